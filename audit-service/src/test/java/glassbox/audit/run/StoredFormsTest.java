package glassbox.audit.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.generation.SpecialistLogProb;
import glassbox.contracts.generation.SpecialistRest;
import glassbox.contracts.generation.SpecialistShare;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.attribution.TopContributions;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Concept;
import glassbox.ledger.block.SpecialistTrace;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a block may carry beside its sums, recorded and read again over HTTP. */
@AuditTest
class StoredFormsTest {
  /** A page's tokens, and what stands around them. */
  private static final int MOST_BYTES = RunReader.PAGE_BYTES + 200;

  @LocalServerPort private int port;
  private AuditClient audit;
  private String tenant;

  @BeforeEach
  void setUp() {
    audit = new AuditClient(port);
    tenant = "forms-" + UUID.randomUUID();
  }

  @Test
  void boundsPagesInBytesAtAThousandSpecialists() {
    TokenBlock whole = Samples.wideBlock(UUID.randomUUID(), 1000, 24);
    List<TokenAttribution> tokens = readAll(recorded(whole), 24);
    Reconciliation numbers = Reconciliation.of(whole);
    for (int t = 0; t < 24; t++) {
      assertThat(tokens.get(t).perSpecialist()).hasSize(1000);
      assertThat(tokens.get(t).rest()).isNull();
      assertThat(tokens.get(t).perSpecialist().get(7).share()).isEqualTo(numbers.share(t, 7));
    }
  }

  @Test
  void showsTheLargestContributionsAndTheRest() {
    TokenBlock whole = Samples.wideBlock(UUID.randomUUID(), 1000, 24);
    TokenBlock partial = TopContributions.of(whole, 64);
    UUID run = recorded(partial);
    for (TokenAttribution token : readAll(run, 24)) {
      assertThat(token.perSpecialist()).hasSize(64);
      SpecialistRest rest = requireNonNull(token.rest());
      double listed = token.perSpecialist().stream().mapToDouble(SpecialistLogProb::share).sum();
      assertThat(rest.specialists()).isEqualTo(936);
      assertThat(listed + rest.share()).isCloseTo(1, within(1e-12));
      double joint =
          token.perSpecialist().stream()
                  .mapToDouble(s -> Math.exp(s.logWeight() + s.logProb()))
                  .sum()
              + Math.exp(rest.logMass());
      assertThat(Math.log(joint)).isCloseTo(token.jointLogProb(), within(1e-9));
    }
    List<SpecialistShare> shares =
        audit.get("/v1/runs/" + run + "?tenant=" + tenant).as(RunView.class).shares();
    assertThat(shares).hasSize(1000);
    assertThat(shares.stream().mapToDouble(SpecialistShare::share).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(shares.get(500).share())
        .isCloseTo(Reconciliation.of(whole).meanShare(500), within(1e-12));
  }

  @Test
  void showsCertificateConceptsAndTracesUntilTheContentIsErased() {
    TokenBlock plain = Samples.block(UUID.randomUUID(), 0, 3);
    BlockContent.Kept content = (BlockContent.Kept) plain.content();
    List<Concept> concepts = List.of(new Concept(1, 2, 17, 3.5), new Concept(0, 0, 4, 0.25));
    SpecialistTrace dense = new SpecialistTrace(List.of(1.5f, 2.5f), List.of());
    SpecialistTrace routed = new SpecialistTrace(List.of(0.5f, 4f), List.of(List.of(0.2f, 0.8f)));
    TokenBlock block =
        plain
            .withContent(content.withConcepts(Collections.nCopies(3, concepts)))
            .withSupplement(
                plain
                    .supplement()
                    .withDeltas(List.of(0.0, 0.25, 1.0))
                    .withTraces(Collections.nCopies(3, List.of(dense, routed))));
    UUID run = recorded(block);
    TokenAttribution token = readAll(run, 3).get(1);
    assertThat(token.delta()).isBetween(0.25, 0.254);
    assertThat(token.concepts()).extracting("name").containsExactly("L2.c17", "L0.c4");
    assertThat(token.concepts()).extracting("specialist").containsExactly("finance", "general");
    assertThat(token.concepts()).extracting("activation").containsExactly(3.5, 0.25);
    assertThat(token.blockAudit()).extracting("id").containsExactly("general", "finance");
    assertThat(token.blockAudit().get(0).layers()).extracting("norm").containsExactly(1.5, 2.5);
    assertThat(token.blockAudit().get(1).layers().get(1).expertRouting())
        .containsExactly((double) (51 / 255f), (double) (204 / 255f));

    audit.delete("/v1/runs/" + run + "/content?tenant=" + tenant + "&by=a");
    TokenAttribution erased = readAll(run, 3).get(1);
    assertThat(erased.delta()).isEqualTo(token.delta());
    assertThat(erased.concepts()).isEmpty();
    assertThat(erased.blockAudit()).isEqualTo(token.blockAudit());
  }

  /** A block that an earlier release sealed is taken, read and given back as it was. */
  @Test
  void takesBlocksOfVersionOne() {
    byte[] old = VersionOne.block();
    assertThat(audit.postBlock(old).status()).isIn(200, 201);
    String hash = glassbox.ledger.block.BlockHash.of(old);
    TokenBlock block = BlockCodec.decode(old);
    assertThat(audit.get("/v1/blocks/" + hash + "?run=" + block.runId()).body()).isEqualTo(old);
    assertThat(block.execution().backend()).isEmpty();
  }

  private UUID recorded(TokenBlock block) {
    assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(201);
    AuditClient.Answer answer = audit.postJson("/v1/runs", Samples.run(tenant, List.of(block)));
    assertThat(answer.status()).isEqualTo(201);
    return block.runId();
  }

  private List<TokenAttribution> readAll(UUID run, int expected) {
    List<TokenAttribution> tokens = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 100; page++) {
      AuditClient.Answer answer =
          audit.get("/v1/runs/" + run + "/tokens?limit=1000&tenant=" + tenant + cursor);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body().length).isLessThanOrEqualTo(MOST_BYTES);
      TokenPage read = answer.as(TokenPage.class);
      tokens.addAll(read.tokens());
      if (read.next() == null) {
        assertThat(tokens).hasSize(expected);
        return tokens;
      }
      cursor = "&cursor=" + read.next();
    }
    throw new AssertionError("too many pages");
  }
}
