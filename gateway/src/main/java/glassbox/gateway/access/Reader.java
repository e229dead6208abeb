package glassbox.gateway.access;

import glassbox.shell.problem.StandardProblems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who reads what is recorded, for audit's record of it.
 *
 * @param keyId name of the key, never the key
 * @param tenant the key's
 * @param purpose what for, as the caller said in the header {@code X-Glassbox-Purpose}; null where
 *     they did not
 */
public record Reader(String keyId, String tenant, @Nullable String purpose) {
  /** The header in which a caller may say what they read for. */
  public static final String PURPOSE = "X-Glassbox-Purpose";

  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,200}");

  /** The caller whose request this thread serves; empty on a thread that serves none. */
  public static Optional<Reader> current() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        && request.getRequest().getAttribute(AccessInterceptor.CALLER) instanceof Caller caller) {
      return Optional.of(
          new Reader(caller.keyId(), caller.tenant(), request.getRequest().getHeader(PURPOSE)));
    }
    return Optional.empty();
  }

  /** Refuses a purpose that cannot be recorded. */
  static void check(HttpServletRequest request) {
    @Nullable String purpose = request.getHeader(PURPOSE);
    if (purpose != null && !PRINTABLE.matcher(purpose).matches()) {
      throw StandardProblems.INVALID_REQUEST
          .because("Correct the headers that errors names.")
          .withError(PURPOSE, "must be 1 to 200 printable ASCII characters");
    }
  }
}
