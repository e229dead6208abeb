package glassbox.shell.access;

import glassbox.shell.problem.Problems;
import glassbox.shell.problem.StandardProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets only callers through that show the service token; health, metrics and documents are open.
 */
public final class ServiceTokenFilter extends OncePerRequestFilter {

  private static final List<String> OPEN =
      List.of("/actuator/health", "/actuator/prometheus", "/v3/api-docs", "/swagger-ui");
  private static final List<String> OPEN_FILES = List.of("/v3/api-docs.yaml", "/swagger-ui.html");

  private final ServiceToken token;
  private final Problems problems;

  /** Asks for {@code token}. */
  public ServiceTokenFilter(ServiceToken token, Problems problems) {
    this.token = token;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isOpen(path(request)) || token.matches(request.getHeader(ServiceToken.HEADER))) {
      chain.doFilter(request, response);
      return;
    }
    problems.write(
        request,
        response,
        StandardProblems.SERVICE_TOKEN_REQUIRED.because(
            "Call the gateway; services show their token in " + ServiceToken.HEADER + "."));
  }

  private static String path(HttpServletRequest request) {
    return ServletRequestPathUtils.parse(request).pathWithinApplication().value();
  }

  private static boolean isOpen(String path) {
    boolean plain = !path.contains("..") && !path.contains(";") && !path.contains("%");
    return plain
        && (OPEN_FILES.contains(path)
            || OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/")));
  }
}
