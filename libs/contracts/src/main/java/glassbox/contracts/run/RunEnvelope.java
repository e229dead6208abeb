package glassbox.contracts.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import glassbox.contracts.esi.AgentsRecord;
import glassbox.contracts.esi.EsiRecord;
import glassbox.contracts.generation.CertificateSummary;
import glassbox.contracts.generation.FinishReason;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.generation.Routing;
import glassbox.contracts.generation.Usage;
import glassbox.contracts.verdict.CriticReport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run was: the leaf of the log. Holds no text.
 *
 * @param runId UUIDv7
 * @param tenant whose run
 * @param kind generate or score
 * @param federation registry alias
 * @param startedAt when the gateway took the request
 * @param requestHash hex SHA-256 commitment to the canonical request
 * @param contentHash hex SHA-256 commitment to the texts; both are salted
 *     (docs/formats/envelope-v1.md)
 * @param blocks sealed blocks in order of pass
 * @param report the critics' report; null when they did not run
 * @param decision how it ended
 * @param specialists digests of what ran
 * @param build version of the code that ran
 * @param seed of the sampler
 * @param finishReason why the answer's pass ended: the last, of several agents the speaker's last
 * @param usage token counts of all passes
 * @param domain what kind of task it is, as the caller said; null where they did not
 * @param routing what passed on at the bottlenecks; null for full and in records of before there
 *     were any
 * @param certificate of the answer's pass; null in records of before there were any
 * @param esi how it went through phases and gate; null for a run of one plain pass
 */
public record RunEnvelope(
    UUID runId,
    String tenant,
    Kind kind,
    String federation,
    Instant startedAt,
    String requestHash,
    String contentHash,
    List<BlockHash> blocks,
    @Nullable CriticReport report,
    Decision decision,
    List<ModelDigest> specialists,
    String build,
    long seed,
    FinishReason finishReason,
    Usage usage,
    @Nullable Domain domain,
    @Nullable Routing routing,
    @Nullable CertificateSummary certificate,
    @Nullable EsiRecord esi) {

  public RunEnvelope {
    blocks = List.copyOf(blocks);
    specialists = List.copyOf(specialists);
  }

  /** The envelope of one plain pass; the parameters are the components of the same names. */
  public RunEnvelope(
      UUID runId,
      String tenant,
      Kind kind,
      String federation,
      Instant startedAt,
      String requestHash,
      String contentHash,
      List<BlockHash> blocks,
      @Nullable CriticReport report,
      Decision decision,
      List<ModelDigest> specialists,
      String build,
      long seed,
      FinishReason finishReason,
      Usage usage,
      @Nullable Domain domain,
      @Nullable Routing routing,
      @Nullable CertificateSummary certificate) {
    this(
        runId,
        tenant,
        kind,
        federation,
        startedAt,
        requestHash,
        contentHash,
        blocks,
        report,
        decision,
        specialists,
        build,
        seed,
        finishReason,
        usage,
        domain,
        routing,
        certificate,
        null);
  }

  /** Where in {@code blocks} the pass is that wrote the answer. */
  public int answerIndex() {
    AgentsRecord agents = esi == null ? null : esi.agents();
    int last = blocks.size() - 1;
    if (esi == null || agents == null) {
      return last;
    }
    int index = Math.min(last, esi.passes().size() - 1);
    while (index >= 0 && !agents.speaker().equals(esi.passes().get(index).agent())) {
      index--;
    }
    return index < 0 ? last : index;
  }

  /** What was asked for. */
  public enum Kind {
    @JsonProperty("generate")
    GENERATE,
    @JsonProperty("score")
    SCORE
  }

  /** A block of the run by its hash. */
  public record BlockHash(int pass, String hash) {}
}
