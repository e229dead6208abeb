package glassbox.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentEdgeTest extends EdgeTest {

  @Test
  void everyWorkedExampleOfTheDocumentIsAnswered() {
    JsonNode examples =
        send(bare("/v3/api-docs").GET())
            .isOk()
            .json()
            .at("/paths/~1glad~1evaluate/post/requestBody/content/application~1json/examples");

    assertThat(examples).hasSize(5);
    examples
        .values()
        .forEach(
            example -> {
              JsonNode value = example.path("value");
              evaluate(value.isString() ? value.asString() : value.toString()).isOk();
            });
  }

  @Test
  void everyOperationDocumentsItsProblems() {
    JsonNode document = send(bare("/v3/api-docs").GET()).isOk().json();

    assertThat(document.path("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/glad/evaluate",
            "/v1/runs",
            "/v1/runs/{id}",
            "/v1/runs/{id}/tokens",
            "/v1/runs/{id}/trace",
            "/v1/esi",
            "/v1/esi/history",
            "/v1/alerts",
            "/v1/runs/{id}/replay",
            "/v1/runs/{id}/proof",
            "/v1/runs/{id}/bundle",
            "/v1/runs/{id}/content",
            "/v1/runs/{id}/erasure",
            "/v1/runs/bundle",
            "/v1/runs/export",
            "/v1/audit/reads",
            "/v1/log/checkpoint",
            "/v1/log/tile/{path}",
            "/v1/log/cosignatures",
            "/v1/log/retentions/{month}",
            "/v1/specialists",
            "/v1/specialists/{id}/concepts",
            "/v1/specialists/{id}/suspicion",
            "/v1/critics",
            "/v1/critics/order-sensitivity",
            "/v1/critics/quarantine",
            "/v1/analytics/specialists",
            "/v1/analytics/reconciliation",
            "/v1/analytics/quality",
            "/v1/analytics/royalties",
            "/v1/analytics/royalties/key",
            "/v1/analytics/royalties/receipts",
            "/v1/analytics/royalties/receipts/verify");
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        for (String status : List.of("400", "401", "403", "404", "429", "503")) {
          assertThat(
                  operation
                      .path("responses")
                      .path(status)
                      .at("/content/application~1problem+json/schema/$ref")
                      .asString())
              .as(operation.path("operationId") + " " + status)
              .isEqualTo("#/components/schemas/ProblemBody");
        }
        assertThat(operation.path("parameters").toString()).doesNotContain("caller");
      }
    }
  }

  @Test
  void everyReferenceOfTheDocumentResolves() {
    JsonNode document = send(bare("/v3/api-docs").GET()).isOk().json();

    List<String> references = document.findValuesAsString("$ref");

    assertThat(references).hasSizeGreaterThan(50);
    references.forEach(
        reference ->
            assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue());
    assertThat(document.at("/components/schemas/Gate/oneOf")).hasSize(2);
    assertThat(document.at("/components/schemas/CreditTier/oneOf")).hasSize(3);
    assertThat(document.at("/components/schemas/Gate/discriminator/mapping/unavailable").asString())
        .isEqualTo("#/components/schemas/GateUnavailable");
    assertThat(
            document.at("/components/schemas/GateUnavailable/properties/state/enum/0").asString())
        .isEqualTo("unavailable");
  }

  @Test
  void swaggerPageListsAllFourApis() {
    JsonNode config = send(bare("/v3/api-docs/swagger-config").GET()).isOk().json();

    assertThat(config.path("urls").valueStream().map(url -> url.path("name").asString()))
        .containsExactlyInAnyOrder("gateway", "inference", "critic", "audit");
    config.path("urls").forEach(url -> send(bare(url.path("url").asString()).GET()).isOk());
    assertThat(send(bare("/swagger-ui.html").GET()).status()).isIn(200, 302);
    send(bare("/swagger-ui/index.html").GET()).isOk();
  }
}
