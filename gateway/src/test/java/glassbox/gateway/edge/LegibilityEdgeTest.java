package glassbox.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.Routing;
import glassbox.contracts.run.Domain;
import glassbox.contracts.run.RunEnvelope;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Certificates, concepts, routing and domains at the edge. */
class LegibilityEdgeTest extends EdgeTest {

  private static String ask(String members) {
    return "{\"model_path\":\"demo\",\"prompt\":\"p\"" + members + "}";
  }

  private static GenerationRequest asked() {
    List<String> bodies = PEERS.inference.bodies("/v1/generations");
    assertThat(bodies).hasSize(1);
    return Peers.JSON.readValue(bodies.getFirst(), GenerationRequest.class);
  }

  private static RunEnvelope recorded(JsonNode answer) {
    UUID id = UUID.fromString(answer.path("run_id").asString());
    return Objects.requireNonNull(PEERS.recorded.get(id)).envelope();
  }

  @Test
  void samplesCertificatesAndRoutesInFullUnlessToldOtherwise() {
    JsonNode answer = evaluate(ask("")).isOk().json();

    assertThat(asked().certificate()).isEqualTo(CertificateMode.SAMPLED);
    assertThat(asked().routing()).isEqualTo(Routing.FULL);
    assertThat(answer.path("tokens")).isEmpty();
    assertThat(recorded(answer).routing()).isNull();
    assertThat(recorded(answer).domain()).isNull();
  }

  @Test
  void passesOnWhatIsAskedForAndRecordsIt() {
    JsonNode answer =
        evaluate(ask(",\"certificate\":\"full\",\"routing\":\"legible\",\"domain\":\"clinical\""))
            .isOk()
            .json();

    assertThat(asked().certificate()).isEqualTo(CertificateMode.FULL);
    assertThat(asked().routing()).isEqualTo(Routing.LEGIBLE);
    RunEnvelope envelope = recorded(answer);
    assertThat(envelope.routing()).isEqualTo(Routing.LEGIBLE);
    assertThat(envelope.domain()).isEqualTo(Domain.CLINICAL);
    assertThat(envelope.certificate()).isEqualTo(Canned.CERTIFICATE);
  }

  @Test
  void showsTheCertificateAndEachTokensDeltaAndConcepts() {
    JsonNode answer = evaluate(ask(",\"certificate\":\"full\"")).isOk().json();

    assertThat(answer.at("/certificate/certified").asBoolean()).isTrue();
    assertThat(answer.at("/certificate/delta_mean").asDouble()).isEqualTo(0.004);
    assertThat(answer.at("/certificate/trusted").asBoolean()).isTrue();
    assertThat(answer.at("/certificate/statement").isNull()).isTrue();
    JsonNode token = answer.at("/tokens/1");
    assertThat(token.path("delta").asDouble()).isEqualTo(0.004);
    assertThat(token.at("/concepts/0/name").asString()).isEqualTo("L1.c7");
    assertThat(token.at("/concepts/0/specialist").asString()).isEqualTo("units");
  }

  @ParameterizedTest
  @CsvSource({"certificate,FULL", "routing,legibly", "domain,astrology", "certificate,''"})
  void refusesOtherValuesByTheNameOfTheField(String field, String value) {
    JsonNode problem =
        evaluate(ask(",\"%s\":\"%s\"".formatted(field, value)))
            .isProblem(400, "invalid-request")
            .json();

    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"certificate,1", "routing,true", "domain,[]"})
  void refusesOtherTypes(String field, String value) {
    evaluate(ask(",\"%s\":%s".formatted(field, value))).isProblem(400, "invalid-request");
  }

  @Test
  void labelsRecordedConceptsOfTheSpecialistsThatStillRun() {
    String run = evaluate(ask("")).isOk().json().path("run_id").asString();

    JsonNode token = get(KEY, "/v1/runs/" + run + "/tokens").isOk().json().at("/tokens/0");

    assertThat(token.path("delta").asDouble()).isEqualTo(0.004);
    assertThat(token.at("/concepts/0/name").asString()).isEqualTo("L1.c7");
    assertThat(token.at("/concepts/0/label").asString()).isEqualTo("unit: g");
    assertThat(token.at("/concepts/0/type").asString()).isEqualTo("unit");
    assertThat(token.at("/concepts/1/label").isNull()).as("of files that do not run here").isTrue();
  }

  @Test
  void readsTheCertificateBackWithItsRun() {
    String run = evaluate(ask("")).isOk().json().path("run_id").asString();

    assertThat(get(KEY, "/v1/runs/" + run).isOk().json().at("/envelope/certificate/agreement"))
        .hasToString("1.0");
  }

  @Test
  void readsADictionary() {
    JsonNode dictionary = get(KEY, "/v1/specialists/units/concepts").isOk().json();

    assertThat(dictionary.at("/concepts/0/match").asDouble()).isEqualTo(0.9);
    get(KEY, "/v1/specialists/nobody/concepts").isProblem(404, "unknown-specialist");
    get(KEY, "/v1/specialists/%2e%2e/concepts").isProblem(400, "invalid-request");
  }

  @Test
  void clearsASuspicionForWhoeverHasTheScope() {
    send(request("/v1/specialists/units/suspicion", READ_ONLY_KEY).DELETE())
        .isProblem(403, "scope-missing");
    assertThat(send(request("/v1/specialists/units/suspicion", KEY).DELETE()).status())
        .isEqualTo(204);
    assertThat(PEERS.inference.urls()).containsExactly("/v1/specialists/units/suspicion");
  }
}
