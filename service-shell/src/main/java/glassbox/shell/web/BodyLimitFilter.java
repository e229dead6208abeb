package glassbox.shell.web;

import glassbox.shell.problem.BodyTooLargeException;
import glassbox.shell.problem.Problems;
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
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over a limit: by Content-Length at once, chunked ones when they pass it. */
public final class BodyLimitFilter extends OncePerRequestFilter {

  private final long limit;
  private final Problems problems;

  /** Lets bodies of at most {@code limit} through. */
  public BodyLimitFilter(DataSize limit, Problems problems) {
    this.limit = limit.toBytes();
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > limit) {
      problems.write(request, response, problems.of(new BodyTooLargeException(limit)));
      return;
    }
    chain.doFilter(new LimitedRequest(request, limit), response);
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {
    private final long limit;

    LimitedRequest(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class LimitedStream extends WatchedStream {
    private final long limit;
    private long count;

    LimitedStream(ServletInputStream body, long limit) {
      super(body);
      this.limit = limit;
    }

    @Override
    void seen(byte[] octets, int offset, int length) throws IOException {
      count += length;
      if (count > limit) {
        throw new BodyTooLargeException(limit);
      }
    }
  }
}
