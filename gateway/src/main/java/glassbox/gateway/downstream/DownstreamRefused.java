package glassbox.gateway.downstream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service understood the call and refused it with a problem of its own. Retrying will not help.
 */
public final class DownstreamRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final String PREFIX = "urn:glassbox:problem:";

  /** The problem document of the refusal; {@code figures} are its whole-number extensions. */
  public record Refusal(
      int status,
      @Nullable String type,
      @Nullable String title,
      @Nullable String detail,
      List<FieldMessage> errors,
      Map<String, Long> figures) {
    public Refusal {
      errors = List.copyOf(errors);
      figures = Map.copyOf(figures);
    }
  }

  /** What is wrong with one field. */
  public record FieldMessage(String field, String message) {}

  private final Service service;
  private final transient Refusal refusal;

  DownstreamRefused(Service service, Refusal refusal) {
    super(service.label() + " refused the call: " + refusal.status() + " " + refusal.type());
    this.service = service;
    this.refusal = refusal;
  }

  /** Returns the service. */
  public Service service() {
    return service;
  }

  /** Returns what it said. */
  public Refusal refusal() {
    return refusal;
  }

  /** Whether this is the named problem of the house, for example {@code run-not-found}. */
  public boolean is(String name) {
    return (PREFIX + name).equals(refusal.type());
  }
}
