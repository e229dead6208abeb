package glassbox.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses JSON that is not well-formed UTF-8 (RFC 8259, 8.1): one text must not be read in two
 * ways, by us and by whoever checks what we recorded.
 */
public final class Utf8Filter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.toLowerCase(Locale.ROOT).contains("json");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new CheckedRequest(request), response);
  }

  private static final class CheckedRequest extends HttpServletRequestWrapper {

    CheckedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CheckedStream(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class CheckedStream extends WatchedStream {
    private final Utf8Check check = new Utf8Check();

    CheckedStream(ServletInputStream body) {
      super(body);
    }

    @Override
    void seen(byte[] octets, int offset, int length) throws IOException {
      check.take(octets, offset, length);
    }

    @Override
    void ended() throws IOException {
      check.end();
    }
  }
}
