package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.analytics.HistogramBin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasureTest {

  @Test
  void aResidualIsInTheBinThatSpansIt() {
    List<HistogramBin> bins = Measure.decades(Map.of());
    for (double residual : new double[] {0, 1e-16, 1e-15, 9.9e-6, 1e-5, 1e-3, 1e-2, 0.489}) {
      HistogramBin bin = bins.get(Measure.residualBin(residual));
      assertThat(residual).isGreaterThanOrEqualTo(bin.from());
      assertThat(residual).isLessThan(bin.to() == null ? Double.POSITIVE_INFINITY : bin.to());
    }
    assertThat(Measure.residualBin(Double.NaN)).isEqualTo(bins.size() - 1);
  }

  @Test
  void binsJoinWithoutGaps() {
    for (List<HistogramBin> bins : List.of(Measure.decades(Map.of()), Measure.tenths(Map.of()))) {
      assertThat(bins.getFirst().from()).isZero();
      assertThat(bins.getLast().to()).isNull();
      for (int i = 1; i < bins.size(); i++) {
        assertThat(bins.get(i).from()).isEqualTo(bins.get(i - 1).to());
      }
    }
  }

  @Test
  void barsOfReconciliationAreBoundsOfBins() {
    List<HistogramBin> bins = Measure.decades(Map.of());
    assertThat(bins.get(Measure.FROM_LENIENT).from()).isEqualTo(1e-5);
    assertThat(bins.get(Measure.FROM_FLAGGED).from()).isEqualTo(1e-3);
    assertThat(bins.get(Measure.FROM_CATASTROPHIC).from()).isEqualTo(1e-2);
  }

  @Test
  void oneIsInTheLastTenth() {
    assertThat(Measure.tenth(0)).isZero();
    assertThat(Measure.tenth(0.1)).isEqualTo(1);
    assertThat(Measure.tenth(0.999)).isEqualTo(9);
    assertThat(Measure.tenth(1)).isEqualTo(9);
    assertThat(Measure.tenth(-1e-12)).isZero();
  }
}
