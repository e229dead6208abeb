package glassbox.audit.analytics;

import glassbox.contracts.analytics.RoyaltyReceipt;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The register of issued receipts. Insert-only; a fee of a run has one. */
@Repository
class RoyaltyRegister {
  private final JdbcTemplate jdbc;
  private final JsonMapper mapper;

  RoyaltyRegister(JdbcTemplate jdbc, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  /** Whether it was entered; false if this fee of this run has a receipt already. */
  boolean enter(String tenant, RoyaltyReceipt receipt) {
    int inserted =
        jdbc.update(
            """
            insert into royalty_receipts
              (run_id, fee_id, tenant, fee, currency, issued_at, receipt)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (run_id, fee_id) do nothing
            """,
            receipt.runId(),
            receipt.feeId(),
            tenant,
            receipt.fee(),
            receipt.currency(),
            receipt.issuedAt().atOffset(ZoneOffset.UTC),
            mapper.writeValueAsString(receipt));
    return inserted == 1;
  }

  Optional<RoyaltyReceipt> find(String tenant, UUID runId, String feeId) {
    return jdbc
        .queryForList(
            "select receipt from royalty_receipts where run_id = ? and fee_id = ? and tenant = ?",
            String.class,
            runId,
            feeId,
            tenant)
        .stream()
        .findFirst()
        .map(json -> mapper.readValue(json, RoyaltyReceipt.class));
  }
}
