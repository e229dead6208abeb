package glassbox.audit.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.reads.ReadPage;
import glassbox.contracts.reads.ReadRecord;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.block.TokenBlock;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@AuditTest
class ReadsTest {
  /** What everybody may read, the public key of receipts, and what is no record: the tools' map. */
  private static final List<String> PUBLIC = List.of("checkpoint", "tile", "key", "keys", "roads");

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  private AuditClient audit;
  private String tenant;
  private RunSubmission run;

  @BeforeEach
  void record() {
    audit = new AuditClient(port);
    tenant = "readers-" + UUID.randomUUID();
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 3);
    audit.postBlock(Samples.bytes(block));
    run = Samples.run(tenant, List.of(block));
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
  }

  @Test
  void recordsWhoReadWhatWhenAndWhatFor() {
    UUID id = run.envelope().runId();
    String block = run.envelope().blocks().getFirst().hash();
    read("/v1/runs?tenant=" + tenant, "key-a", null);
    read("/v1/runs/" + id + "?tenant=" + tenant, "key-a", "complaint 4711");
    read("/v1/runs/" + id + "/tokens?limit=2&tenant=" + tenant, "key-b", null);
    read("/v1/blocks/" + block + "?run=" + id, "key-b", null);
    read("/v1/analytics/quality?tenant=" + tenant, "key-c", null);
    read("/v1/runs/" + UUID.randomUUID() + "?tenant=" + tenant, "thief", null);

    List<ReadRecord> reads = review("").reads();
    assertThat(reads)
        .extracting(ReadRecord::kind)
        .containsExactly("reads", "run", "quality", "block", "tokens", "run", "runs");
    assertThat(reads)
        .extracting(ReadRecord::reader)
        .containsExactly("reviewer", "thief", "key-c", "key-b", "key-b", "key-a", "key-a");
    ReadRecord view = reads.get(5);
    assertThat(view.runId()).isEqualTo(id);
    assertThat(view.purpose()).isEqualTo("complaint 4711");
    assertThat(view.tenant()).isEqualTo(tenant);
    assertThat(reads.get(4).detail()).isEqualTo("limit=2");
    assertThat(reads.get(3).detail()).contains("hash=" + block);
    assertThat(review("&run=" + id).reads())
        .extracting(ReadRecord::kind)
        .containsExactly("reads", "block", "tokens", "run");
  }

  @Test
  void givesReadsPageByPageAndToTheirTenantOnly() {
    for (int i = 0; i < 7; i++) {
      read("/v1/runs?tenant=" + tenant, "key-" + i, null);
    }
    List<String> readers = new ArrayList<>();
    String next = "";
    do {
      ReadPage page = review("&limit=3" + next);
      assertThat(page.reads()).hasSizeLessThanOrEqualTo(3);
      page.reads().forEach(r -> readers.add(r.reader()));
      next = page.next() == null ? "" : "&cursor=" + page.next();
    } while (!next.isEmpty());
    assertThat(readers)
        .containsSubsequence("key-6", "key-5", "key-4", "key-3", "key-2", "key-1", "key-0");
    AuditClient.Answer other = audit.get("/v1/audit/reads?tenant=other-" + tenant);
    assertThat(other.as(ReadPage.class).reads()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_reads set reader = 'x'",
        "delete from audit_reads",
        "truncate audit_reads",
        "drop table audit_reads",
      })
  void theServiceCannotChangeThem(String statement) {
    assertThatThrownBy(() -> jdbc.execute(statement))
        .rootCause()
        .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
  }

  @Test
  void refusesAPurposeThatCannotBeRecorded() {
    AuditClient.Answer answer =
        audit.send(
            audit
                .request("/v1/runs?tenant=" + tenant)
                .header("X-Glassbox-Purpose", "x".repeat(201))
                .GET());
    assertThat(answer.status()).isEqualTo(400);
  }

  /** No way to read what is recorded is left out by oversight. */
  @Test
  void everyHandlerThatGivesSomethingOutIsAudited() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    List<String> unaudited = new ArrayList<>();
    for (var bean : scanner.findCandidateComponents("glassbox.audit")) {
      for (Method method : Class.forName(bean.getBeanClassName()).getDeclaredMethods()) {
        if (AnnotatedElementUtils.hasAnnotation(method, GetMapping.class)
            && !method.isAnnotationPresent(AuditedRead.class)) {
          unaudited.add(method.getName());
        }
      }
    }
    assertThat(PUBLIC).containsAll(unaudited);
  }

  private void read(String path, String reader, @org.jspecify.annotations.Nullable String purpose) {
    var request =
        audit
            .request(path)
            .header("X-Glassbox-Reader", reader)
            .header("X-Glassbox-Reader-Tenant", tenant);
    if (purpose != null) {
      request.header("X-Glassbox-Purpose", purpose);
    }
    audit.send(request.GET());
  }

  private ReadPage review(String parameters) {
    return audit
        .send(
            audit
                .request("/v1/audit/reads?tenant=" + tenant + parameters)
                .header("X-Glassbox-Reader", "reviewer")
                .GET())
        .as(ReadPage.class);
  }
}
