package glassbox.audit.analytics;

import glassbox.audit.journal.Journal;
import glassbox.audit.journal.JournalLine;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.contracts.analytics.RoyaltyReceipt;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The register of issued receipts. Insert-only; a fee of a run has one. */
@Repository
class RoyaltyRegister {
  private final JdbcTemplate jdbc;
  private final JsonMapper mapper;
  private final RowSeal seals;
  private final Journal journal;

  RoyaltyRegister(JdbcTemplate jdbc, JsonMapper mapper, RowSeal seals, Journal journal) {
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.seals = seals;
    this.journal = journal;
  }

  /** Whether it was entered; false if this fee of this run has a receipt already. */
  @Transactional
  boolean enter(String tenant, RoyaltyReceipt receipt) {
    String text = mapper.writeValueAsString(receipt);
    int inserted =
        jdbc.update(
            """
            insert into royalty_receipts
              (run_id, fee_id, tenant, fee, currency, issued_at, receipt, seal)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (run_id, fee_id) do nothing
            """,
            receipt.runId(),
            receipt.feeId(),
            tenant,
            receipt.fee(),
            receipt.currency(),
            receipt.issuedAt().atOffset(ZoneOffset.UTC),
            text,
            seal(tenant, receipt, text));
    if (inserted == 1) {
      journal.add(
          List.of(new JournalLine(JournalLine.Kind.RECEIPT, receipt.runId(), receipt.feeId())));
    }
    return inserted == 1;
  }

  private byte[] seal(String tenant, RoyaltyReceipt receipt, String text) {
    return seals.of(
        SealedTable.RECEIPTS,
        List.of(
            receipt.runId(),
            receipt.feeId(),
            tenant,
            receipt.fee(),
            receipt.currency(),
            receipt.issuedAt(),
            text));
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
