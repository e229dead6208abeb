package glassbox.gateway.downstream;

import glassbox.contracts.analytics.QualityReport;
import glassbox.contracts.analytics.ReconciliationReport;
import glassbox.contracts.analytics.RoyaltyPublicKey;
import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.contracts.analytics.RoyaltyReceiptBatch;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.contracts.analytics.RoyaltyStatement;
import glassbox.contracts.analytics.RoyaltyVerdicts;
import glassbox.contracts.analytics.SpecialistsReport;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The audit service's analytics. Every call throws {@link DownstreamUnavailable} or {@link
 * DownstreamRefused} where it gives no answer.
 */
public final class Analytics {
  private static final String PATH = "/v1/analytics/";

  private final Line line;

  Analytics(Line line) {
    this.line = line;
  }

  /** UTC days, both ends included; null for audit's default. */
  public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

  /**
   * A fee to split, in minor units of its currency.
   *
   * @param run the run whose shares count; null for those of the days
   */
  public record Fee(long amount, String currency, @Nullable UUID run, Days days) {}

  /** Who contributed what. */
  public SpecialistsReport specialists(String tenant, Days days) {
    return line.get(query("specialists", tenant, parameters(days)), SpecialistsReport.class);
  }

  /** How well the records add up. */
  public ReconciliationReport reconciliation(String tenant, Days days) {
    return line.get(query("reconciliation", tenant, parameters(days)), ReconciliationReport.class);
  }

  /** How good the answers were. */
  public QualityReport quality(String tenant, Days days) {
    return line.get(query("quality", tenant, parameters(days)), QualityReport.class);
  }

  /** Splits a fee; issues nothing. */
  public RoyaltyStatement split(String tenant, Fee fee) {
    Map<String, Object> parameters = parameters(fee.days());
    parameters.put("fee", fee.amount());
    parameters.put("currency", fee.currency());
    if (fee.run() != null) {
      parameters.put("run", fee.run());
    }
    return line.get(query("royalties", tenant, parameters), RoyaltyStatement.class);
  }

  /** Issues a receipt. The same request twice is the same receipt. */
  public RoyaltyReceipt issue(String tenant, RoyaltyRequest request) {
    return line.postIdempotent(
        withTenant("royalties/receipts", tenant), request, RoyaltyReceipt.class);
  }

  /** Judges receipts. */
  public RoyaltyVerdicts verify(String tenant, RoyaltyReceiptBatch batch) {
    return line.postIdempotent(
        withTenant("royalties/receipts/verify", tenant), batch, RoyaltyVerdicts.class);
  }

  /** The key that receipts are checked with. */
  public RoyaltyPublicKey key() {
    return line.get(uri -> uri.path(PATH + "royalties/key").build(), RoyaltyPublicKey.class);
  }

  private static Map<String, Object> parameters(Days days) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (days.from() != null) {
      parameters.put("from", days.from());
    }
    if (days.to() != null) {
      parameters.put("to", days.to());
    }
    return parameters;
  }

  /** Every value goes through a variable, so that it is encoded whatever it holds. */
  private static Function<UriBuilder, URI> query(
      String report, String tenant, Map<String, Object> parameters) {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("tenant", tenant);
    variables.putAll(parameters);
    return uri -> {
      uri.path(PATH + report);
      variables.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
      return uri.build(variables);
    };
  }

  /** A tenant's name is [a-z0-9-] by the rules of the keys file; encoded all the same. */
  private static String withTenant(String path, String tenant) {
    return UriComponentsBuilder.fromPath(PATH + path)
        .queryParam("tenant", "{tenant}")
        .encode()
        .buildAndExpand(tenant)
        .toUriString();
  }
}
