package glassbox.audit.analytics;

import glassbox.audit.analytics.RunFacts.Cell;
import glassbox.audit.analytics.RunFacts.Certificate;
import glassbox.audit.analytics.RunFacts.Judgement;
import glassbox.audit.analytics.RunFacts.Part;
import glassbox.contracts.run.Decision;
import glassbox.contracts.verdict.GateDecision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded runs that the rollups do not hold yet, in the order they were recorded. */
@Repository
class PendingRuns {
  private final JdbcTemplate jdbc;
  private final AnswerDeltas deltas;
  private final JsonMapper mapper;

  PendingRuns(JdbcTemplate jdbc, AnswerDeltas deltas, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.deltas = deltas;
    this.mapper = mapper;
  }

  long count() {
    Long count = jdbc.queryForObject("select count(*) from analytics_pending", Long.class);
    return count == null ? 0 : count;
  }

  /** Takes the oldest out. Whoever rolls back puts them in again. */
  List<RunFacts> take(int most) {
    List<Row> rows = rows(most);
    Map<UUID, String> answers = new HashMap<>();
    rows.stream()
        .filter(row -> row.envelope().at("/certificate/certified").asBoolean(false))
        .forEach(row -> answers.put(row.runId(), answer(row.envelope())));
    Map<UUID, List<Double>> certified = deltas.of(answers);
    return rows.stream()
        .map(row -> facts(row, certified.getOrDefault(row.runId(), List.of())))
        .toList();
  }

  /** Hash of the answer's block: the last, of several agents the speaker's last. */
  private static String answer(JsonNode envelope) {
    JsonNode speaker = envelope.at("/esi/agents/speaker");
    JsonNode passes = envelope.at("/esi/passes");
    JsonNode blocks = envelope.path("blocks");
    int index = blocks.size() - 1;
    while (speaker.isString() && index > 0 && !speaker.equals(passes.path(index).path("agent"))) {
      index--;
    }
    return blocks.path(index).path("hash").stringValue();
  }

  private List<Row> rows(int most) {
    return jdbc.query(
        """
        with taken as (
          delete from analytics_pending
          where seq in (select seq from analytics_pending order by seq limit ?)
          returning run_id)
        select r.run_id, r.tenant, (r.started_at at time zone 'UTC')::date as day, r.federation, r.tokens,
          r.decision, r.max_residual, r.shares, r.envelope
        from runs r join taken t on t.run_id = r.run_id
        """,
        (row, index) -> row(row),
        most);
  }

  /** A run as it is recorded. */
  private record Row(
      UUID runId,
      Cell cell,
      int tokens,
      Decision decision,
      double maxResidual,
      JsonNode envelope,
      JsonNode shares) {}

  private Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("run_id", UUID.class),
        new Cell(
            row.getString("tenant"),
            row.getObject("day", LocalDate.class),
            row.getString("federation")),
        row.getInt("tokens"),
        Decision.valueOf(row.getString("decision")),
        row.getDouble("max_residual"),
        mapper.readTree(row.getString("envelope")),
        mapper.readTree(row.getString("shares")).path("shares"));
  }

  private static RunFacts facts(Row row, List<Double> deltas) {
    JsonNode certificate = row.envelope().path("certificate");
    return new RunFacts(
        row.cell(),
        row.tokens(),
        row.decision(),
        row.maxResidual(),
        judgement(row.envelope().path("report")),
        new Certificate(
            row.envelope().path("domain").asString(""),
            deltas,
            !certificate.path("trusted").asBoolean(true)),
        parts(row.shares()));
  }

  private static @Nullable Judgement judgement(JsonNode report) {
    if (!report.isObject()) {
      return null;
    }
    JsonNode chi = report.path("chi").path("value");
    String gate = report.path("gate").path("outcome").stringValue();
    return new Judgement(
        report.path("csa").doubleValue(),
        chi.isNumber() ? chi.doubleValue() : null,
        GateDecision.Outcome.valueOf(gate.toUpperCase(Locale.ROOT)));
  }

  private static List<Part> parts(JsonNode shares) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode share : shares) {
      parts.add(
          new Part(
              share.path("id").stringValue(),
              share.path("share").doubleValue(),
              share.path("tokens_led").intValue(),
              share.path("tokens_overruled").intValue()));
    }
    return parts;
  }
}
