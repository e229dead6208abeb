package glassbox.shell.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The container's error dispatch: what filters and the container itself refused, as problems. */
@Hidden
@RestController
public final class ProblemErrorController implements ErrorController {

  private final Problems problems;

  /** Answers with {@code problems}. */
  public ProblemErrorController(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  ResponseEntity<Object> error(HttpServletRequest request) {
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return problems.respond(problem(request), path instanceof String uri ? uri : "/");
  }

  private ProblemException problem(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      return problems.of(thrown);
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? StandardProblems.ofStatus(HttpStatusCode.valueOf(status))
        : StandardProblems.ofStatus(HttpStatusCode.valueOf(404));
  }
}
