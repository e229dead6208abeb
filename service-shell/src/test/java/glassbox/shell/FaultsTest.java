package glassbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spring or Tomcat refuses is a problem too. */
class FaultsTest extends ShellTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/nowhere, 404, not-found",
    "DELETE, /v1/orders, 405, method-not-allowed",
    "GET, /v1/orders, 400, invalid-request",
    "GET, /v1/orders?pageLimit=eleven, 400, invalid-request",
    "GET, /v1/orders?pageLimit=11, 400, invalid-request",
    "GET, /v1/orders?pageLimit=%F0%9F, 400, bad-request",
    "GET, /v1/orders?%C3%28=1&pageLimit=1, 400, bad-request",
    "GET, /v1/paper, 409, out-of-paper",
    "GET, /v1/broken, 500, internal-error",
    "GET, /error, 404, not-found",
    "GET, /actuator/env, 404, not-found",
  })
  void everyErrorIsAProblem(String method, String path, int status, String type) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            request(path)
                .header("Accept", "text/html")
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(problem(answer, status, type).toString()).doesNotContain("secret", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /a%2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "BAD\r\n\r\n",
        "GET /v1/orders HTTP/3.0\r\nHost: x\r\nConnection: close\r\n\r\n",
        "CONNECT /v1/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /v1/orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n"
            + "Connection: close\r\n\r\nxx",
        "POST /v1/orders HTTP/1.1\r\nHost: x\r\nX-Glassbox-Service-Token: "
            + TOKEN
            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            + "Connection: close\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n",
        "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
      })
  void whatTomcatRefusesIsAProblemToo(String request) throws Exception {
    String answer = raw(request);
    assertThat(answer).doesNotContain("<html", "Tomcat", "Exception").contains("400");
    assertThat(answer).contains("application/problem+json", "urn:glassbox:problem:bad-request");
  }

  @Test
  void refusesAHeaderThatIsTooLong() throws Exception {
    String answer =
        raw(
            "GET / HTTP/1.1\r\nHost: x\r\nX-Long: "
                + "a".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("<html").contains("urn:glassbox:problem:bad-request");
  }

  @Test
  void setsSecurityHeaders() throws Exception {
    HttpResponse<String> answer =
        HTTP.send(request("/v1/orders?pageLimit=1").build(), BodyHandlers.ofString());
    assertThat(answer.headers().map())
        .containsKeys("x-content-type-options", "x-frame-options", "content-security-policy");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
  }
}
