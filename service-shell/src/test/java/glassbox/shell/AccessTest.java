package glassbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.shell.access.ServiceToken;
import glassbox.shell.client.ServiceClients;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may ask, and who asks for us. */
class AccessTest extends ShellTest {

  @Autowired ServiceClients clients;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/paper",
        "/actuator/health/../../v1/paper",
        "/v3/api-docs/..;/v1/paper",
        "/actuator/healthy",
        "/v1/nowhere",
      })
  void asksForTheServiceToken(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("out-of-paper").contains("application/problem+json");
    assertThat(answer.substring(9, 12)).isIn("400", "401");
    String wrong =
        raw(
            "GET /v1/paper HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + ServiceToken.HEADER
                + ": a-token-for-tesst\r\n\r\n");
    assertThat(wrong).startsWith("HTTP/1.1 401").contains("service-token-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
      })
  void probesMetricsAndDocumentsAreOpen(String path) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void clientsShowTheToken() {
    String list =
        clients
            .to(uri("/"), Duration.ofSeconds(5))
            .get()
            .uri("v1/orders?pageLimit=3")
            .retrieve()
            .body(String.class);
    assertThat(list).isEqualTo("[\"3\"]");
  }
}
