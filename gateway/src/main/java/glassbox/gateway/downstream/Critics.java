package glassbox.gateway.downstream;

import glassbox.contracts.tool.JavaResult;
import glassbox.contracts.tool.JavaRun;
import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.CriticView;
import glassbox.contracts.verdict.OrderSensitivity;
import glassbox.contracts.verdict.QuarantineHistory;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;

/**
 * The critic service. Every call throws {@link DownstreamUnavailable} or {@link DownstreamRefused}
 * where it gives no answer.
 */
public final class Critics {
  private static final ParameterizedTypeReference<List<CriticView>> LIST =
      new ParameterizedTypeReference<>() {};

  private final Line line;

  Critics(Line line) {
    this.line = line;
  }

  /** Judges an answer. Critics are pure: asking twice changes nothing. */
  public CriticReport judge(CriticRequest request) {
    return line.postIdempotent("/v1/verdicts", request, CriticReport.class);
  }

  /** Compiles and runs Java where it can do no harm. */
  public JavaResult run(JavaRun snippet) {
    return line.postIdempotent("/v1/java", snippet, JavaResult.class);
  }

  /** How much the order of two critics changes what they say, as last measured. */
  public OrderSensitivity orderSensitivity() {
    return line.get(
        uri -> uri.path("/v1/critics/order-sensitivity").build(), OrderSensitivity.class);
  }

  /** Which critics are kept from voting, and how that came about. */
  public QuarantineHistory quarantine() {
    return line.get(uri -> uri.path("/v1/critics/quarantine").build(), QuarantineHistory.class);
  }

  /** Lists the critics. */
  public List<CriticView> list() {
    return line.get(uri -> uri.path("/v1/critics").build(), LIST);
  }
}
