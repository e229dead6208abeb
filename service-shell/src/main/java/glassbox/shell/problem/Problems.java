package glassbox.shell.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Turns exceptions into problems and problems into responses; for filters and streams too. */
public final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final JsonMapper mapper;
  private final List<ProblemMapping> mappings;

  /** With the service's own mappings; the built-in ones come after them. */
  public Problems(JsonMapper mapper, List<ProblemMapping> mappings) {
    this.mapper = mapper;
    this.mappings = List.copyOf(mappings);
  }

  /**
   * The problem for any exception. One that nobody maps is an internal error: it is logged under an
   * incident id, and only the id goes out.
   */
  public ProblemException of(Throwable exception) {
    if (exception instanceof ProblemException problem) {
      return problem;
    }
    return mappings.stream()
        .flatMap(mapping -> mapping.map(exception).stream())
        .findFirst()
        .or(() -> RequestFaults.of(exception))
        .orElseGet(() -> incident(exception));
  }

  private static ProblemException incident(Throwable exception) {
    String id = UUID.randomUUID().toString();
    LOG.error("incident {}", id, exception);
    return StandardProblems.INTERNAL_ERROR
        .because("Report the incident id; the service's log has the cause.")
        .with("incident", id);
  }

  /** The problem as a body for a stream's {@code error} event. */
  public ProblemBody body(ProblemException problem) {
    return ProblemBody.of(problem, null);
  }

  /** The problem as a response of a controller. */
  public ResponseEntity<Object> respond(ProblemException problem, String path) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    problem
        .retryAfter()
        .ifPresent(
            delay -> headers.set(HttpHeaders.RETRY_AFTER, "" + Math.max(1, delay.toSeconds())));
    return new ResponseEntity<>(
        ProblemBody.of(problem, path), headers, problem.type().status().value());
  }

  /** Writes the problem as the whole response; for filters. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.type().status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    problem
        .retryAfter()
        .ifPresent(
            delay ->
                response.setHeader(HttpHeaders.RETRY_AFTER, "" + Math.max(1, delay.toSeconds())));
    byte[] body = mapper.writeValueAsBytes(ProblemBody.of(problem, request.getRequestURI()));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
