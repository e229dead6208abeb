package glassbox.shell.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every exception that a handler lets out with a problem. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ProblemAdvice {

  private final Problems problems;

  /** Answers with {@code problems}. */
  public ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  /** Null when the response is already on its way or the client has gone. */
  @ExceptionHandler
  @Nullable ResponseEntity<Object> answer(
      Exception exception, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted() || exception instanceof AsyncRequestNotUsableException) {
      return null;
    }
    ProblemException problem = problems.of(exception);
    ResponseEntity<Object> answer = problems.respond(problem, request.getRequestURI());
    if (!(exception instanceof ErrorResponse spring)) {
      return answer;
    }
    HttpHeaders headers = new HttpHeaders();
    headers.putAll(spring.getHeaders());
    headers.putAll(answer.getHeaders());
    return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
  }
}
