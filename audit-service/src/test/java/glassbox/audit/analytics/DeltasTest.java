package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.audit.Samples;
import glassbox.contracts.analytics.DeltaQuality;
import glassbox.ledger.attribution.DeltaSummary;
import glassbox.ledger.block.Supplement;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeltasTest {

  /** A block's own summary of one answer and the rollup's of the same tokens. */
  @Test
  void isExactOnTheLevelsThatBlocksStore() {
    var random = new Random(5);
    List<Double> measured =
        IntStream.range(0, 137).mapToObj(i -> Math.pow(random.nextDouble(), 4)).toList();
    TokenBlock block =
        Samples.block(UUID.randomUUID(), 0, 137)
            .withSupplement(Supplement.NONE.withDeltas(measured))
            .stored();
    List<Double> stored = block.supplement().deltas();
    DeltaSummary summary =
        DeltaSummary.of(stored.stream().mapToDouble(Double::doubleValue).toArray());

    Deltas deltas = new Deltas();
    deltas.addRuns(1, 1);
    stored.forEach(delta -> deltas.addTokens(Deltas.level(delta), 1));

    DeltaQuality quality = deltas.quality();
    assertThat(quality.tokens()).isEqualTo(137);
    assertThat(quality.deltaMean()).isCloseTo(summary.mean(), within(1e-12));
    assertThat(quality.deltaP95()).isEqualTo(summary.p95());
    assertThat(quality.deltaMax()).isEqualTo(summary.max());
  }

  @Test
  void endsAreLevels() {
    assertThat(Deltas.level(0)).isZero();
    assertThat(Deltas.level(1)).isEqualTo(255);
  }

  @Test
  void nothingHasNoNumbers() {
    assertThat(new Deltas().quality()).isEqualTo(DeltaQuality.NONE);
  }
}
