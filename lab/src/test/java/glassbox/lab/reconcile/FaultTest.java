package glassbox.lab.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.ledger.attribution.CombinationFormula;
import glassbox.ledger.attribution.Level;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {

  @Test
  void thePrintedRecordIsCatastrophic() {
    Reconciliation printed = PrintedRecord.reconciliation();
    assertThat(printed.residual(0)).isCloseTo(0.4886, within(1e-4));
    assertThat(printed.level()).isEqualTo(Level.CATASTROPHIC);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"PERTURB_JOINT", "DROP_SPECIALIST", "DROP_AND_RESCALE", "SWAP_WEIGHTS"})
  void theSumFindsIt(Fault fault) {
    TokenBlock honest = block();
    assertThat(Reconciliation.of(honest).level()).isEqualTo(Level.STRICT);
    var random = new SplittableRandom(3);
    for (int i = 0; i < 50; i++) {
      TokenBlock falsified = fault.apply(honest, random);
      assertThat(Reconciliation.of(falsified).level().accepted()).as(fault + " " + i).isFalse();
    }
  }

  @Test
  void theSumCannotFindAnEcho() {
    TokenBlock honest = block();
    TokenBlock falsified = Fault.ECHO.apply(honest, new SplittableRandom(3));
    assertThat(falsified).isNotEqualTo(honest);
    assertThat(Reconciliation.of(falsified).level()).isEqualTo(Level.STRICT);
  }

  @Test
  void aPerturbedLogProbMovesTheSumByItsShare() {
    TokenBlock honest = block();
    TokenBlock falsified = Fault.PERTURB_LOG_PROB.apply(honest, new SplittableRandom(4));
    assertThat(Reconciliation.of(falsified).max()).isGreaterThan(1e-4);
  }

  private static TokenBlock block() {
    var random = new SplittableRandom(1);
    List<Double> weights = List.of(Math.log(0.5), Math.log(0.3), Math.log(0.2));
    var mixture = new Combination.Mixture(weights);
    var tokens = new ArrayList<TokenEntry>();
    for (int t = 0; t < 20; t++) {
      var logProbs = new float[3];
      for (int i = 0; i < 3; i++) {
        logProbs[i] = (float) -random.nextDouble(0.1, 3);
      }
      double joint = CombinationFormula.start(mixture).joint(logProbs, true, 0);
      tokens.add(new TokenEntry(logProbs, joint, joint, 1, false, true, 0));
    }
    String digest = "0".repeat(64);
    return new TokenBlock(
        new UUID(0, 1),
        0,
        List.of(
            new SpecialistRef("a", digest),
            new SpecialistRef("b", digest),
            new SpecialistRef("c", digest)),
        mixture,
        new SamplerSettings(1, 1, true, 0),
        new Execution("test", 1, 3),
        BlockContent.unsalted(List.of(1, 2), Collections.nCopies(tokens.size(), 3)),
        tokens);
  }
}
