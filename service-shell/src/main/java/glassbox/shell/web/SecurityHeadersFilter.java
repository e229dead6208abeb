package glassbox.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Headers for browsers: nothing is sniffed, framed, referred or, but for pages, loaded. */
public final class SecurityHeadersFilter extends OncePerRequestFilter {

  private static final String API = "default-src 'none'; frame-ancestors 'none'";
  private static final String PAGES =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean page = isPage(request.getRequestURI());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", page ? PAGES : API);
    if (!page) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }

  private static boolean isPage(String path) {
    return path.startsWith("/swagger-ui")
        || path.equals("/console")
        || path.startsWith("/console/");
  }
}
