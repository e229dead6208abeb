package glassbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.shell.access.ServiceToken;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document that a service gives of itself. */
class ApiDocumentTest extends ShellTest {

  @Test
  void documentHasWireNamesAndRequiredFields() throws Exception {
    String document =
        HTTP.send(HttpRequest.newBuilder(uri("/v3/api-docs")).build(), BodyHandlers.ofString())
            .body();
    JsonNode order = MAPPER.readTree(document).at("/components/schemas/Order");
    assertThat(order.path("properties").propertyNames())
        .containsExactly("ink_level", "notes", "page_count", "paper_size");
    assertThat(order.path("required").values().stream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("page_count", "paper_size");
    assertThat(document).contains("\"openapi\":\"3.1").doesNotContain("127.0.0.1");
    assertThat(
            MAPPER
                .readTree(document)
                .at("/components/securitySchemes/service-token/name")
                .asString())
        .isEqualTo(ServiceToken.HEADER);
  }

  @Test
  void documentIsTheSameEachTime() throws Exception {
    HttpRequest ask = HttpRequest.newBuilder(uri("/v3/api-docs")).build();
    String first = HTTP.send(ask, BodyHandlers.ofString()).body();
    assertThat(HTTP.send(ask, BodyHandlers.ofString()).body()).isEqualTo(first);
    assertThat(MAPPER.readTree(first).at("/servers/0/url").asString()).isEqualTo("/");
  }

  @Test
  void documentShowsBodiesWithoutTheirWrapper() throws Exception {
    String document =
        HTTP.send(HttpRequest.newBuilder(uri("/v3/api-docs")).build(), BodyHandlers.ofString())
            .body();
    JsonNode answers = MAPPER.readTree(document).at("/paths/~1v1~1orders/put/responses");
    for (String status : List.of("200", "201")) {
      assertThat(answers.path(status).at("/content/application~1json/schema/$ref").asString())
          .isEqualTo("#/components/schemas/Order");
    }
    assertThat(document).doesNotContain("ResponseEntity", "HttpHeaders");
  }
}
