package glassbox.shell.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * What Tomcat itself refuses before any servlet sees it (a request line it cannot read, a header
 * too long), as a problem in place of Tomcat's HTML page. Named by class, so public with no
 * arguments.
 */
public final class ProblemReportValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = asked(response.getStatus());
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String name = status < 500 ? "bad-request" : "internal-error";
    String title = status < 500 ? "The request cannot be read" : "Something failed here";
    String detail =
        status < 500
            ? "Check the request line and the headers."
            : "Try again; if it stays, report the time of this answer.";
    String body =
        """
        {"type":"urn:glassbox:problem:%s","title":"%s","status":%d,"detail":"%s"}\
        """
            .formatted(name, title, status, detail);
    try {
      response.setStatus(status);
      response.setContentType("application/problem+json");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getReporter().write(body);
      response.finishResponse();
    } catch (IOException gone) {
      containerLog(gone);
    }
  }

  /** A method, coding or version of HTTP that Tomcat lacks is the caller's to change. */
  private static int asked(int status) {
    return status == HttpServletResponse.SC_NOT_IMPLEMENTED
            || status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED
        ? HttpServletResponse.SC_BAD_REQUEST
        : status;
  }

  private void containerLog(IOException gone) {
    getContainer().getLogger().debug("client gone before its error", gone);
  }
}
