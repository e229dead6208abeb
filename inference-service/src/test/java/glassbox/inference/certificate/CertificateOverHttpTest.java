package glassbox.inference.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import glassbox.ledger.attribution.DeltaSummary;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Routing;
import glassbox.ledger.block.TokenBlock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Certificates of answers, by the federation with bottlenecks and by the one without. */
class CertificateOverHttpTest extends InferenceTest {
  private static final String FULL = ", \"certificate\": \"full\"";

  private JsonNode legible(String members) {
    return ok(client().post("/v1/generations", Requests.legible("what is it?", members)));
  }

  @Test
  void certifiesAnAnswerAndRecordsEveryDelta() {
    JsonNode answer = legible(FULL);

    JsonNode certificate = answer.path("certificate");
    assertThat(certificate.path("certified").asBoolean()).isTrue();
    TokenBlock block = BlockCodec.decode(AUDIT.block());
    double[] deltas =
        block.supplement().deltas().stream().mapToDouble(Double::doubleValue).toArray();
    DeltaSummary summary = DeltaSummary.of(deltas);
    assertThat(certificate.path("tokens").asInt()).isEqualTo(answer.path("tokens").size());
    assertThat(certificate.path("delta_mean").asDouble()).isEqualTo(summary.mean());
    assertThat(certificate.path("delta_p95").asDouble()).isEqualTo(summary.p95());
    assertThat(certificate.path("delta_max").asDouble()).isEqualTo(summary.max()).isPositive();
    assertThat(certificate.path("agreement").asDouble()).isBetween(0.0, 1.0);
    for (int t = 0; t < deltas.length; t++) {
      assertThat(answer.at("/tokens/" + t + "/delta").asDouble()).isEqualTo(deltas[t]);
    }
  }

  @Test
  void holdsTheAnswerToTheWorstMembersCalibration() {
    JsonNode certificate = legible(FULL).path("certificate");

    assertThat(certificate.path("bar").asDouble()).isCloseTo(0.3, within(1e-9));
    boolean within = certificate.path("delta_p95").asDouble() <= 0.3;
    assertThat(certificate.path("trusted").asBoolean()).isEqualTo(within);
    assertThat(certificate.path("statement").isNull()).isEqualTo(within);
  }

  @Test
  void namesTheConceptsOfTheSpecialistThatLedEachToken() {
    JsonNode answer = legible(FULL);

    for (JsonNode token : answer.path("tokens")) {
      assertThat(token.path("concepts").size()).isBetween(1, 5);
      double before = Double.POSITIVE_INFINITY;
      for (JsonNode concept : token.path("concepts")) {
        assertThat(concept.path("name").asString()).matches("L[0-2]\\.c(1?[0-9]|2[0-3])");
        assertThat(concept.path("specialist").asString()).isEqualTo(leader(token));
        assertThat(concept.path("activation").asDouble()).isPositive().isLessThanOrEqualTo(before);
        before = concept.path("activation").asDouble();
        boolean labelled = Integer.parseInt(concept.path("name").asString().substring(4)) % 2 == 0;
        assertThat(concept.path("type").isNull()).isEqualTo(!labelled);
      }
    }
    BlockContent.Kept kept = (BlockContent.Kept) BlockCodec.decode(AUDIT.block()).content();
    assertThat(kept.conceptsAt(0)).hasSize(answer.at("/tokens/0/concepts").size());
  }

  private static String leader(JsonNode token) {
    String leader = "";
    double most = -1;
    for (JsonNode specialist : token.path("per_specialist")) {
      if (specialist.path("share").asDouble() > most) {
        most = specialist.path("share").asDouble();
        leader = specialist.path("id").asString();
      }
    }
    return leader;
  }

  @Test
  void certifiesAGivenAnswerToo() {
    String body =
        Requests.generation(
            "legible",
            "\"prompt\": \"what?\", \"answer\": \"it is 42\"" + FULL,
            Requests.sampling("1", "1"));
    JsonNode answer = ok(client().post("/v1/scores", body));

    assertThat(answer.at("/certificate/tokens").asInt()).isEqualTo(answer.path("tokens").size());
  }

  @Test
  void keepsDeltasAndNoConceptsWhereContentIsNotKept() {
    String body =
        Requests.legible("what is it?", FULL)
            .replace("\"keep_content\": true", "\"keep_content\": false");
    JsonNode answer = ok(client().post("/v1/generations", body));

    TokenBlock block = BlockCodec.decode(AUDIT.block());
    assertThat(block.content()).isInstanceOf(BlockContent.Withheld.class);
    assertThat(block.supplement().deltas()).hasSize(answer.path("tokens").size());
  }

  @Test
  void certifiesNothingThatIsNotAskedFor() {
    JsonNode answer = legible(", \"certificate\": \"none\"");

    assertThat(answer.at("/certificate/certified").asBoolean()).isFalse();
    assertThat(answer.at("/certificate/reason").asString()).isEqualTo("not_requested");
    assertThat(answer.at("/tokens/0/delta").isNull()).isTrue();
    assertThat(answer.at("/tokens/0/concepts").size()).isZero();
    assertThat(BlockCodec.decode(AUDIT.block()).supplement().deltas()).isEmpty();
  }

  @Test
  void samplesByDefaultWithinItsShareAndTellsHow() {
    boolean certified = false;
    for (int i = 0; i < 200 && !certified; i++) {
      JsonNode certificate = legible("").path("certificate");
      certified = certificate.path("certified").asBoolean();
      assertThat(certificate.path("mode").asString()).isEqualTo("sampled");
      assertThat(certificate.at("/sampling/allowance").asDouble()).isEqualTo(0.03);
      if (!certified) {
        assertThat(certificate.path("reason").asString()).isEqualTo("over_allowance");
        assertThat(certificate.at("/sampling/spent").asDouble()).isLessThan(0.03);
      }
      AUDIT.forget();
    }
    assertThat(certified).as("one of 200 answers").isTrue();
  }

  @Test
  void saysThatAFederationHasNoBottlenecks() {
    for (String mode : new String[] {"sampled", "full"}) {
      String texts = "\"prompt\": \"hi\", \"certificate\": \"%s\"".formatted(mode);
      JsonNode answer =
          ok(
              client()
                  .post(
                      "/v1/generations",
                      Requests.generation("demo", texts, Requests.sampling("1", "1"))));

      assertThat(answer.at("/certificate/reason").asString()).isEqualTo("no_bottlenecks");
      assertThat(answer.at("/certificate/delta_mean").isNull()).isTrue();
    }
  }

  @Test
  void answersThroughTheBottlenecksAndReplaysIt() {
    JsonNode answer = legible(", \"routing\": \"legible\"" + FULL);

    byte[] sent = AUDIT.block();
    TokenBlock block = BlockCodec.decode(sent);
    assertThat(block.execution().routing()).isEqualTo(Routing.LEGIBLE);
    assertThat(answer.at("/certificate/certified").asBoolean()).isTrue();
    String base64 = Base64.getEncoder().encodeToString(sent);
    JsonNode replay =
        ok(
            client()
                .post(
                    "/v1/replays",
                    "{\"federation\": \"legible\", \"block\": \"%s\"}".formatted(base64)));
    assertThat(replay.path("bit_equal").asBoolean()).isTrue();
  }

  @Test
  void refusesLegibleRoutingWhereThereAreNoBottlenecks() {
    String texts = "\"prompt\": \"hi\", \"routing\": \"legible\"";
    problem(
        client()
            .post(
                "/v1/generations", Requests.generation("demo", texts, Requests.sampling("1", "1"))),
        422,
        "unfit-for-federation");
  }

  @Test
  void refusesOtherModesAndRoutings() {
    for (String members : new String[] {", \"certificate\": \"some\"", ", \"routing\": 1"}) {
      problem(
          client().post("/v1/generations", Requests.legible("hi", members)),
          400,
          "invalid-request");
    }
  }

  @Test
  void countsCertificatesAndWhatTheyCost() {
    legible(FULL);
    legible(", \"certificate\": \"none\"");

    assertThat(client().get("/actuator/prometheus").body())
        .contains("glassbox_certificate_seconds_count{mode=\"full\"}")
        .contains("glassbox_certificates_total{outcome=\"not_requested\"}")
        .contains("glassbox_certificate_share ")
        .contains("glassbox_certificate_coverage ")
        .contains("glassbox_certificate_delta_mean_count");
  }
}
