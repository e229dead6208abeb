package glassbox.audit.analytics;

import glassbox.audit.month.Months;
import glassbox.ledger.royalty.RoyaltyClaim;
import glassbox.ledger.royalty.RoyaltyReceipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded runs as royalties see them. */
@Repository
class RoyaltyRuns {
  private final JdbcTemplate jdbc;
  private final JsonMapper mapper;
  private final Months months;

  RoyaltyRuns(JdbcTemplate jdbc, JsonMapper mapper, Months months) {
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.months = months;
  }

  /** The record hash of a tenant's run that was dropped with its month. */
  Optional<String> hashOfDropped(String tenant, UUID runId) {
    return months
        .retired(runId, tenant)
        .flatMap(
            dropped ->
                jdbc
                    .queryForList(
                        "select encode(record_hash, 'hex') from log_entries"
                            + " where kind = 'RUN' and record_id = ?",
                        String.class,
                        runId)
                    .stream()
                    .findFirst());
  }

  /** A tenant's run; its claims are empty if its answer has no token. */
  Optional<RoyaltyReceipt.Run> find(String tenant, UUID runId) {
    return jdbc
        .query(
            "select run_id, record_hash, shares from runs where run_id = ? and tenant = ?",
            (row, index) -> run(row),
            runId,
            tenant)
        .stream()
        .findFirst();
  }

  private RoyaltyReceipt.Run run(ResultSet row) throws SQLException {
    List<RoyaltyClaim> claims = new ArrayList<>();
    boolean weighs = false;
    for (JsonNode share : mapper.readTree(row.getString("shares")).path("shares")) {
      RoyaltyClaim claim =
          RoyaltyClaim.ofShare(share.path("id").stringValue(), share.path("share").doubleValue());
      weighs |= claim.weight() > 0;
      claims.add(claim);
    }
    return new RoyaltyReceipt.Run(
        row.getObject("run_id", UUID.class),
        row.getString("record_hash"),
        weighs ? claims : List.of());
  }
}
