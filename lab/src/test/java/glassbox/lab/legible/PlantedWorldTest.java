package glassbox.lab.legible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.legible.Inputs;
import glassbox.engine.legible.Reading;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantedWorldTest {

  private final PlantedWorld world = PlantedWorld.sum(1, 4_000);

  @Test
  void classesCountTheRelevantConcepts() {
    assertThat(world.relevant()).hasSize(5).doesNotHaveDuplicates();
    for (int row = 0; row < 4_000; row++) {
      int sum = 0;
      for (int k : world.relevant()) {
        sum += world.concepts()[row][k] ? 1 : 0;
      }
      assertThat(world.examples().classes()[row]).isEqualTo(sum);
    }
  }

  /** Off by chance beyond 0.02 with probability below 1e-9. */
  @Test
  void conceptsArePresentThreeTimesInTen() {
    long present = 0;
    for (boolean[] row : world.concepts()) {
      for (boolean concept : row) {
        present += concept ? 1 : 0;
      }
    }
    assertThat(present / 48_000.0).isCloseTo(0.3, within(0.02));
  }

  @Test
  void splitsIntoPartsThatShareNothing() {
    assertThat(world.trained().examples().size()).isEqualTo(3_200);
    assertThat(world.held().examples().size()).isEqualTo(800);
    float[] all = ((Inputs.Features) world.examples().inputs()).values();
    float[] held = ((Inputs.Features) world.held().examples().inputs()).values();
    assertThat(held).isEqualTo(Arrays.copyOfRange(all, 3_200 * 48, 4_000 * 48));
  }

  @Test
  void poisonFlipsExactlyTheTriggeredClasses() {
    PlantedWorld parity = PlantedWorld.parity(2);
    int[] before = parity.examples().classes();
    int[] after = parity.poisoned().examples().classes();
    int triggered = 0;
    for (int row = 0; row < before.length; row++) {
      assertThat(before[row] != after[row]).isEqualTo(parity.triggered()[row]);
      triggered += parity.triggered()[row] ? 1 : 0;
    }
    assertThat(triggered / 20_000.0).isCloseTo(0.05, within(0.01));
    assertThat(parity.clean().triggered()).containsOnly(false);
    assertThat(parity.clean().examples().size()).isEqualTo(20_000 - triggered);
  }

  @Test
  void equalSeedsMakeEqualWorlds() {
    assertThat(PlantedWorld.sum(1, 4_000)).usingRecursiveComparison().isEqualTo(world);
    assertThat(PlantedWorld.sum(2, 4_000).relevant()).isNotNull();
  }

  @Test
  void recoveryOfTheConceptsThemselvesIsWhole() {
    var code = new float[4_000 * 14];
    for (int row = 0; row < 4_000; row++) {
      for (int k = 0; k < 12; k++) {
        code[row * 14 + 13 - k] = world.concepts()[row][k] ? 2 : 0;
      }
    }
    var none = new float[0];
    Recovery recovery =
        Recovery.of(new Reading(6, 14, none, none, none, code, 0), world.concepts());
    assertThat(recovery.mean()).isCloseTo(1, within(1e-9));
    assertThat(recovery.atomOf()).isEqualTo(new int[] {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2});
  }

  @Test
  void dictionariesAreNamedThroughAnyRenumbering() {
    var atoms = new double[PlantedRecipes.ATOMS][PlantedRecipes.ATOMS];
    var renumbered = new double[PlantedRecipes.ATOMS][];
    for (int i = 0; i < atoms.length; i++) {
      atoms[i][i] = 1;
      renumbered[(i * 5 + 3) % atoms.length] = atoms[i];
    }
    int[] names = new Dictionary(renumbered).namesFrom(new Dictionary(atoms));
    for (int i = 0; i < atoms.length; i++) {
      assertThat(names[(i * 5 + 3) % atoms.length]).isEqualTo(i);
    }
    assertThat(Dictionary.of(Dictionary.flat(atoms)).atoms()).isEqualTo(atoms);
  }

  @Test
  void intervalsUseStudentsDistribution() {
    Estimate estimate = Estimate.of(List.of(1.0, 2.0, 3.0));
    assertThat(estimate.mean()).isEqualTo(2);
    assertThat(estimate.halfWidth()).isCloseTo(4.303 / Math.sqrt(3), within(1e-9));
    assertThat(Estimate.of(List.of(4.0)).halfWidth()).isZero();
  }
}
