package glassbox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.generation.BlockRef;
import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CombinerSpec;
import glassbox.contracts.generation.Continuation;
import glassbox.contracts.generation.Decoding;
import glassbox.contracts.generation.FinishReason;
import glassbox.contracts.generation.ForcedPiece;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.PassSegment;
import glassbox.contracts.generation.RecordState;
import glassbox.contracts.generation.Routing;
import glassbox.contracts.run.Decision;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class WireFormTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static final UUID RUN = UUID.fromString("01932c07-209c-7aaa-8000-000000000001");

  @Test
  void namesOfAGenerationRequestAreSnakeCase() {
    var request =
        new GenerationRequest(
            RUN,
            0,
            "local",
            "demo",
            null,
            null,
            "Convert 2 kg to g.",
            null,
            new Decoding(16, 0.7, 0.9, true, 7, List.of("\n")),
            new CombinerSpec(CombinerSpec.Kind.PREFIX_UPDATED, List.of(), null, null),
            3,
            false,
            CertificateMode.SAMPLED,
            Routing.LEGIBLE,
            true,
            new Continuation(
                List.of(3, 4),
                List.of(
                    new PassSegment(
                        List.of(ForcedPiece.marker("[Plan]"), ForcedPiece.text("420 t1")),
                        List.of("[Compute]"),
                        16)),
                120));
    String json = JSON.writeValueAsString(request);
    assertThat(json)
        .contains("\"run_id\"", "\"max_new_tokens\":16", "\"top_p\":0.9", "\"do_sample\":true")
        .contains(
            "\"kind\":\"prefix_updated\"",
            "\"top_logprobs\":3",
            "\"block_audit\":false",
            "\"certificate\":\"sampled\"",
            "\"routing\":\"legible\"",
            "\"keep_content\":true");
    assertThat(JSON.readValue(json, GenerationRequest.class)).isEqualTo(request);
  }

  @Test
  void constantsAreLowerCaseOnTheWire() {
    assertThat(JSON.writeValueAsString(RecordState.PENDING)).isEqualTo("\"pending\"");
    assertThat(JSON.writeValueAsString(FinishReason.LENGTH)).isEqualTo("\"length\"");
    assertThat(JSON.writeValueAsString(Decision.PROVISIONAL)).isEqualTo("\"provisional\"");
    assertThat(JSON.writeValueAsString(Verdict.Outcome.UNAVAILABLE)).isEqualTo("\"unavailable\"");
    assertThat(JSON.writeValueAsString(RunEnvelope.Kind.SCORE)).isEqualTo("\"score\"");
  }

  @Test
  void recordsKeepTheirOwnCopyOfAList() {
    List<String> stop = new ArrayList<>(List.of("."));
    var decoding = new Decoding(1, 1, 1, false, 0, stop);
    stop.add("!");
    assertThat(decoding.stop()).containsExactly(".");
  }

  @Test
  void aBlockReferenceSurvivesTheWire() {
    var block = new BlockRef(2, "ab".repeat(32), RecordState.COMMITTED);
    assertThat(JSON.readValue(JSON.writeValueAsString(block), BlockRef.class)).isEqualTo(block);
  }
}
