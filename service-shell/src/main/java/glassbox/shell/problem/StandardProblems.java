package glassbox.shell.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problems every service can give. Services add their own {@link ProblemType}s. */
public final class StandardProblems {

  /** The body is not JSON. */
  public static final ProblemType MALFORMED_JSON =
      new ProblemType("malformed-json", HttpStatus.BAD_REQUEST, "The body is not valid JSON");

  /** A field has a wrong type or value; {@code errors} names it. */
  public static final ProblemType INVALID_REQUEST =
      new ProblemType("invalid-request", HttpStatus.BAD_REQUEST, "The request is not valid");

  /** A field that the API does not have; {@code errors} names it. */
  public static final ProblemType UNKNOWN_FIELD =
      new ProblemType("unknown-field", HttpStatus.BAD_REQUEST, "The request has an unknown field");

  /** The request breaks HTTP itself. */
  public static final ProblemType BAD_REQUEST =
      new ProblemType("bad-request", HttpStatus.BAD_REQUEST, "The request cannot be read");

  /** The shared secret of the services is missing or wrong. */
  public static final ProblemType SERVICE_TOKEN_REQUIRED =
      new ProblemType(
          "service-token-required", HttpStatus.UNAUTHORIZED, "This service answers services only");

  /** Who asks is not known. */
  public static final ProblemType UNAUTHENTICATED =
      new ProblemType("unauthenticated", HttpStatus.UNAUTHORIZED, "Authentication is required");

  /** Who asks may not do this. */
  public static final ProblemType FORBIDDEN =
      new ProblemType("forbidden", HttpStatus.FORBIDDEN, "Not allowed");

  /** Nothing there. */
  public static final ProblemType NOT_FOUND =
      new ProblemType("not-found", HttpStatus.NOT_FOUND, "Not found");

  /** Not with this method. */
  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType(
          "method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed here");

  /** Not in that representation. */
  public static final ProblemType NOT_ACCEPTABLE =
      new ProblemType(
          "not-acceptable", HttpStatus.NOT_ACCEPTABLE, "No representation that Accept asks for");

  /** The body is over the limit. */
  public static final ProblemType REQUEST_TOO_LARGE =
      new ProblemType(
          "request-too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large");

  /** Not from that representation. */
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType(
          "unsupported-media-type",
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "The Content-Type is not supported");

  /** Over a limit. */
  public static final ProblemType TOO_MANY_REQUESTS =
      new ProblemType("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Over a limit");

  /** A fault of ours; the log has it under the id in {@code incident}. */
  public static final ProblemType INTERNAL_ERROR =
      new ProblemType("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "Something failed here");

  /** Cannot answer now. */
  public static final ProblemType UNAVAILABLE =
      new ProblemType("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Not available now");

  private StandardProblems() {}

  /** The occurrence that an HTTP status alone says. */
  static ProblemException ofStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 401 -> UNAUTHENTICATED.because("Send valid credentials.");
      case 403 -> FORBIDDEN.because("Ask for a key with the scope that this needs.");
      case 404 -> NOT_FOUND.because("Check the path; the API is described at /v3/api-docs.");
      case 405 -> METHOD_NOT_ALLOWED.because("Use a method that the Allow header names.");
      case 406 -> NOT_ACCEPTABLE.because("Send Accept: application/json, or leave it out.");
      case 413 -> REQUEST_TOO_LARGE.because("Send a smaller body.");
      case 415 -> UNSUPPORTED_MEDIA_TYPE.because("Send Content-Type: application/json.");
      case 429 -> TOO_MANY_REQUESTS.because("Wait, then try again.");
      case 502, 503, 504 -> UNAVAILABLE.because("Try again in a moment.");
      default ->
          status.is4xxClientError()
              ? BAD_REQUEST.because("Check the request line, the headers and the parameters.")
              : INTERNAL_ERROR.because("Try again; if it stays, report the time of this answer.");
    };
  }
}
