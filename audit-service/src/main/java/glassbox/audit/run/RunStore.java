package glassbox.audit.run;

import glassbox.audit.content.ContentPart;
import glassbox.audit.content.Contents;
import glassbox.audit.content.RunContents;
import glassbox.audit.seal.RowSeal;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.run.CanonicalJson;
import glassbox.ledger.run.RunRecordHash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** A run with its blocks and its content, in one transaction. */
@Repository
class RunStore {
  private final Runs runs;
  private final JdbcTemplate jdbc;
  private final Contents contents;
  private final JsonMapper mapper;
  private final Clock clock;
  private final RowSeal seals;

  RunStore(
      Runs runs,
      JdbcTemplate jdbc,
      Contents contents,
      JsonMapper mapper,
      Clock clock,
      RowSeal seals) {
    this.runs = runs;
    this.jdbc = jdbc;
    this.contents = contents;
    this.mapper = mapper;
    this.clock = clock;
    this.seals = seals;
  }

  /** The record hash of a run, if it is recorded. */
  @Nullable String recordHash(UUID runId) {
    return runs.findById(runId).map(Run::recordHash).orElse(null);
  }

  /**
   * Adds a run.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if its id is taken
   */
  @Transactional
  void add(RunSubmission submission, RunDigest digest) {
    RunEnvelope envelope = submission.envelope();
    boolean kept = submission.content() != null;
    runs.saveAndFlush(new Run(envelope, digest, kept, clock.instant(), seals));
    jdbc.batchUpdate(
        "insert into run_blocks (run_id, pass, hash) values (?, ?, ?)",
        envelope.blocks(),
        100,
        (statement, block) -> {
          statement.setObject(1, envelope.runId());
          statement.setInt(2, block.pass());
          statement.setBytes(3, HexFormat.of().parseHex(block.hash()));
        });
    content(envelope.runId(), submission.content());
  }

  private void content(UUID runId, @Nullable RunContent content) {
    contents.lock(List.of(runId));
    if (content == null) {
      contents.discard(runId);
    } else {
      byte[] json = CanonicalJson.of(mapper.writeValueAsString(content));
      contents.keep(List.of(ContentPart.text(runId, json)));
    }
  }

  /** The evidence among a run's texts, in canonical JSON. */
  Optional<String> trace(RunContent content) {
    return Optional.ofNullable(content.trace())
        .map(
            trace ->
                new String(
                    RunRecordHash.canonical(mapper.writeValueAsString(trace)),
                    StandardCharsets.UTF_8));
  }

  /** The text among a run's content, if it is kept. */
  Optional<RunContent> text(RunContents kept) {
    return kept.text().map(json -> mapper.readValue(json, RunContent.class));
  }
}
