package glassbox.shell.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An error with its outward form. Thrown by web adapters; domain code throws its own exceptions and
 * a {@link ProblemMapping} turns them into this.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final String detail;
  private final transient List<FieldProblem> errors;
  private final transient Map<String, Object> members;
  private final transient Optional<Duration> retryAfter;

  /**
   * An occurrence of {@code type}; {@code detail} says what to do and must not quote the request.
   */
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of(), Map.of(), Optional.empty());
  }

  private ProblemException(
      ProblemType type,
      String detail,
      List<FieldProblem> errors,
      Map<String, Object> members,
      Optional<Duration> retryAfter) {
    super(type.uri() + ": " + detail);
    this.type = type;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.members = Map.copyOf(members);
    this.retryAfter = retryAfter;
  }

  /** This problem with the fields it is about. */
  public ProblemException withErrors(List<FieldProblem> fields) {
    return copy(fields, members, retryAfter);
  }

  /** This problem about one field. */
  public ProblemException withError(String field, String message) {
    return withErrors(List.of(new FieldProblem(field, message)));
  }

  /** This problem with an extension member; {@code name} in snake_case. */
  public ProblemException with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return copy(errors, more, retryAfter);
  }

  /** This problem with a Retry-After header. */
  public ProblemException retryAfter(Duration delay) {
    return copy(errors, members, Optional.of(delay));
  }

  /** This problem with the exception behind it, for the log only. */
  public ProblemException causedBy(Throwable cause) {
    ProblemException caused = copy(errors, members, retryAfter);
    caused.initCause(cause);
    return caused;
  }

  private ProblemException copy(
      List<FieldProblem> fields, Map<String, Object> more, Optional<Duration> delay) {
    ProblemException copy = new ProblemException(type, detail, fields, more, delay);
    if (getCause() != null) {
      copy.initCause(getCause());
    }
    return copy;
  }

  /** What kind of problem. */
  public ProblemType type() {
    return type;
  }

  /** What the caller can do. */
  public String detail() {
    return detail;
  }

  /** The fields it is about. */
  public List<FieldProblem> errors() {
    return errors;
  }

  /** Extension members. */
  public Map<String, Object> members() {
    return members;
  }

  /** How long to wait before trying again. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
