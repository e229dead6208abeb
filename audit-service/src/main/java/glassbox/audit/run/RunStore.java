package glassbox.audit.run;

import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.run.CanonicalJson;
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
  private final JsonMapper mapper;
  private final Clock clock;

  RunStore(Runs runs, JdbcTemplate jdbc, JsonMapper mapper, Clock clock) {
    this.runs = runs;
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.clock = clock;
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
    runs.saveAndFlush(new Run(envelope, digest, clock.instant()));
    jdbc.batchUpdate(
        "insert into run_blocks (run_id, pass, hash) values (?, ?, ?)",
        envelope.blocks(),
        100,
        (statement, block) -> {
          statement.setObject(1, envelope.runId());
          statement.setInt(2, block.pass());
          statement.setBytes(3, HexFormat.of().parseHex(block.hash()));
        });
    RunContent content = submission.content();
    if (content != null) {
      byte[] json = CanonicalJson.of(mapper.writeValueAsString(content));
      jdbc.update(
          "insert into run_contents (run_id, content) values (?, ?)",
          envelope.runId(),
          new String(json, StandardCharsets.UTF_8));
    }
  }

  /** The text of a run, if it was kept. */
  Optional<RunContent> content(UUID runId) {
    List<String> found =
        jdbc.queryForList("select content from run_contents where run_id = ?", String.class, runId);
    return found.stream().findFirst().map(json -> mapper.readValue(json, RunContent.class));
  }
}
