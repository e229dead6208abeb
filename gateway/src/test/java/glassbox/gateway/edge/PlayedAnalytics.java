package glassbox.gateway.edge;

import glassbox.contracts.analytics.Canary;
import glassbox.contracts.analytics.LevelCounts;
import glassbox.contracts.analytics.QualityReport;
import glassbox.contracts.analytics.ReconciliationReport;
import glassbox.contracts.analytics.RoyaltyPublicKey;
import glassbox.contracts.analytics.RoyaltyStatement;
import glassbox.contracts.analytics.RoyaltyVerdicts;
import glassbox.contracts.analytics.SpecialistsReport;
import glassbox.gateway.edge.Peer.Reply;
import java.time.LocalDate;
import java.util.List;

/** Audit's analytics as a stand-in: of a day without a run. */
final class PlayedAnalytics {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String PATH = "/v1/analytics/";

  private PlayedAnalytics() {}

  static Reply answer(String path) {
    return switch (path.substring(PATH.length())) {
      case "specialists" -> Peers.ok(new SpecialistsReport(DAY, DAY, 0, 0, 0, false, List.of()));
      case "reconciliation" ->
          Peers.ok(
              new ReconciliationReport(
                  DAY,
                  DAY,
                  0,
                  0,
                  0,
                  0,
                  List.of(),
                  new LevelCounts(0, 0, 0, 0),
                  new Canary(1e-3, false, 0, 0, 0, 0, null, List.of())));
      case "quality" -> Peers.ok(new QualityReport(DAY, DAY, 0, false, List.of()));
      case "royalties" ->
          Peers.ok(new RoyaltyStatement(null, null, DAY, DAY, 10, "EUR", 30, 70, List.of()));
      case "royalties/receipts" -> Peers.problem(422, "royalty-without-shares");
      case "royalties/receipts/verify" -> Peers.ok(new RoyaltyVerdicts(List.of()));
      case "royalties/key" -> Peers.ok(new RoyaltyPublicKey("0011223344556677", "a2V5"));
      default -> Peers.unknown();
    };
  }
}
