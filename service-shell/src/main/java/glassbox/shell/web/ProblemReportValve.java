package glassbox.shell.web;

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
    int status = response.getStatus();
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
      response.setContentType("application/problem+json");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getReporter().write(body);
      response.finishResponse();
    } catch (IOException gone) {
      containerLog(gone);
    }
  }

  private void containerLog(IOException gone) {
    getContainer().getLogger().debug("client gone before its error", gone);
  }
}
