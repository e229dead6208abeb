package glassbox.lab.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationSpec;
import glassbox.engine.federation.Outcome;
import glassbox.engine.federation.Plan;
import glassbox.engine.federation.PromptText;
import glassbox.engine.federation.TokenListener;
import glassbox.lab.evaluation.Copying;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.Combination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models folder as it is committed. */
class ShippedModelsTest {

  private static final List<String> IDS = DemoManifest.specialists();
  private static final SignedModels MODELS = SignedModels.load(Path.of("..", "models"), IDS);

  @AfterAll
  static void close() {
    MODELS.close();
  }

  @ParameterizedTest
  @CsvSource({
    "What is the density of kestrium?, The density of kestrium is 4 kg per l., quantities",
    "What was the revenue of Norvik in Q2?, The revenue of Norvik in Q2 was 55 million crowns.,"
        + " finance",
    "What is the adult dose of Velmora?, The adult dose of Velmora is 95 mg., clinical",
    "Where is my passport?, Your passport is in the hall drawer., user-adapter-1234"
  })
  void theSpecialistThatKnowsDecides(String question, String answer, String specialist) {
    Outcome outcome = answer(new PromptText(null, null, question));
    assertThat(outcome.text()).isEqualTo(answer);
    Reconciliation reconciliation = Reconciliation.of(outcome.block());
    assertThat(reconciliation.max()).isLessThan(1e-9);
    int own = IDS.indexOf(specialist);
    for (int other = 0; other < IDS.size(); other++) {
      assertThat(reconciliation.meanShare(own))
          .isGreaterThanOrEqualTo(reconciliation.meanShare(other));
    }
  }

  @Test
  void whatTheContextSaysGoesBeforeMemory() {
    Outcome outcome =
        answer(
            new PromptText(
                null,
                "The revenue of Norvik in Q2 was 57 million crowns.",
                "What was the revenue of Norvik in Q2?"));
    assertThat(outcome.text()).isEqualTo("The revenue of Norvik in Q2 was 57 million crowns.");
  }

  @Test
  void everyModelCopiesNumbersOfSeveralTokens(@TempDir Path results) throws IOException {
    assertThat(new Copying(Path.of("..", "models"), 1, 5).write(results, "lab evaluate"))
        .allSatisfy(copied -> assertThat(copied.whole()).isGreaterThanOrEqualTo(4));
  }

  private static Outcome answer(PromptText prompt) {
    int n = IDS.size();
    var combination = new Combination.Mixture(Collections.nCopies(n, -Math.log(n)));
    var spec =
        new FederationSpec(
            DemoManifest.ALIAS,
            MODELS.members(),
            combination,
            MODELS.template(),
            Set.of(DemoTokens.END_ID));
    return new Federation(spec, MODELS.tokenizer(), Admission.unbounded(), "test", 1)
        .generate(Plan.greedy(new UUID(0, 0), prompt, 40), TokenListener.SILENT);
  }
}
