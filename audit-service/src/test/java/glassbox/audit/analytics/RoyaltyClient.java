package glassbox.audit.analytics;

import glassbox.audit.AuditClient;
import glassbox.audit.Samples;
import glassbox.contracts.analytics.RoyaltyPart;
import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.contracts.analytics.RoyaltyReceiptBatch;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.contracts.analytics.RoyaltyStatement;
import glassbox.contracts.analytics.RoyaltyVerdict;
import glassbox.contracts.analytics.RoyaltyVerdict.Outcome;
import glassbox.contracts.analytics.RoyaltyVerdicts;
import glassbox.contracts.run.RunReceipt;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.UUID;

/** The royalties of one tenant's run over HTTP. */
final class RoyaltyClient {
  static final String PATH = "/v1/analytics/royalties";

  final AuditClient audit;
  final UUID runId = UUID.randomUUID();
  final String recordHash;
  String tenant = "r-" + UUID.randomUUID();

  /** Records the run. */
  RoyaltyClient(int port) {
    audit = new AuditClient(port);
    TokenBlock block = Samples.block(runId, 0, 12);
    audit.postBlock(Samples.bytes(block));
    recordHash =
        audit
            .postJson("/v1/runs", Samples.run(tenant, List.of(block)))
            .as(RunReceipt.class)
            .recordHash();
  }

  /** A receipt for a fee of 1999 EUR cents. */
  RoyaltyReceipt issued(String feeId) {
    return issue(new RoyaltyRequest(runId, feeId, 1999, "EUR")).as(RoyaltyReceipt.class);
  }

  AuditClient.Answer issue(RoyaltyRequest request) {
    return audit.postJson(PATH + "/receipts?tenant=" + tenant, request);
  }

  List<Outcome> verify(RoyaltyReceipt... receipts) {
    return audit
        .postJson(verifyPath(), new RoyaltyReceiptBatch(List.of(receipts)))
        .as(RoyaltyVerdicts.class)
        .verdicts()
        .stream()
        .map(RoyaltyVerdict::outcome)
        .toList();
  }

  String verifyPath() {
    return PATH + "/receipts/verify?tenant=" + tenant;
  }

  String query(long fee, String rest) {
    return PATH + "?tenant=" + tenant + "&fee=" + fee + "&currency=EUR" + rest;
  }

  RoyaltyStatement statement(long fee, String rest) {
    return audit.get(query(fee, rest)).as(RoyaltyStatement.class);
  }

  static long sum(List<RoyaltyPart> parts) {
    return parts.stream().mapToLong(p -> p.trainer() + p.host()).sum();
  }
}
