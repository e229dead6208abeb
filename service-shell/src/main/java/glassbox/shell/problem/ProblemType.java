package glassbox.shell.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * A kind of error, stable over versions.
 *
 * @param name kebab-case, the last part of its URN
 * @param status the HTTP status it comes with
 * @param title what happened, the same for every occurrence
 */
public record ProblemType(String name, HttpStatus status, String title) {

  /** Prefix of every Glassbox problem type. */
  public static final String URN = "urn:glassbox:problem:";

  public ProblemType {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a kebab-case name: " + name);
    }
  }

  /** The type member of the problem. */
  public URI uri() {
    return URI.create(URN + name);
  }

  /**
   * An occurrence of this problem.
   *
   * @param detail what the caller can do about it; must not quote the request
   */
  public ProblemException because(String detail) {
    return new ProblemException(this, detail);
  }
}
