package glassbox.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import glassbox.critics.score.LogisticModel;
import glassbox.critics.score.SignalWeight;
import glassbox.critics.score.TextModel;
import glassbox.lab.detection.TextFit.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FittingTest {

  /** Runs whose flaw follows from one signal by known odds; the other signal says nothing. */
  private static List<LabelledRun> runs(int n, long seed) {
    var random = new SplittableRandom(seed);
    var runs = new ArrayList<LabelledRun>();
    for (int i = 0; i < n; i++) {
      double doubt = 3 + 2 * random.nextGaussian();
      boolean flawed = random.nextDouble() < 1 / (1 + Math.exp(-(doubt - 3)));
      Map<String, Double> signals =
          i % 2 == 0
              ? Map.of("doubt", doubt, "noise", random.nextGaussian())
              : Map.of("doubt", doubt);
      runs.add(new LabelledRun("all", "run " + i, flawed, signals));
    }
    return runs;
  }

  @Test
  void findsTheOddsThatMadeTheRuns() {
    LogisticModel model = LogisticFit.fit("m", "1", runs(8_000, 1));
    Map<String, Double> weights = new TreeMap<>();
    for (SignalWeight signal : model.signals()) {
      weights.put(signal.signal(), signal.weight() / signal.deviation());
    }
    assertThat(weights.get("doubt")).isCloseTo(1, within(0.08));
    assertThat(weights.get("noise")).isCloseTo(0, within(0.12));
    assertThat(model.score(Map.of("doubt", 3.0)).score()).isCloseTo(0.5, within(0.03));
  }

  @Test
  void theSameRunsGiveTheSameModel() {
    assertThat(LogisticFit.fit("m", "1", runs(500, 2)))
        .isEqualTo(LogisticFit.fit("m", "1", runs(500, 2)));
  }

  @Test
  void aSignalThatNeverChangesOrIsHardlyEverMeasuredIsLeftOut() {
    List<LabelledRun> runs =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    new LabelledRun(
                        "all",
                        "run " + i,
                        i % 3 == 0,
                        i == 5
                            ? Map.of("x", 1.0 * i, "same", 2.0, "rare", 1.0)
                            : Map.of("x", 1.0 * i, "same", 2.0)))
            .toList();
    assertThat(LogisticFit.fit("m", "1", runs).signals())
        .extracting(SignalWeight::signal)
        .containsExactly("x");
  }

  @Test
  void separableRunsDoNotRunAway() {
    List<LabelledRun> runs =
        IntStream.range(0, 100)
            .mapToObj(i -> new LabelledRun("all", "" + i, i >= 50, Map.of("x", 1.0 * i)))
            .toList();
    assertThat(LogisticFit.fit("m", "1", runs).signals().getFirst().weight()).isBetween(1.0, 10.0);
  }

  @Test
  void calibrationMakesAnOverconfidentModelHonest() {
    LogisticModel fitted = LogisticFit.fit("m", "1", runs(2_000, 3));
    SignalWeight doubt =
        fitted.signals().stream().filter(s -> s.signal().equals("doubt")).findFirst().orElseThrow();
    var boastful =
        new LogisticModel(
            "m",
            "1",
            4 * fitted.intercept() + 2,
            0.5,
            fitted.calibration(),
            List.of(
                new SignalWeight("doubt", doubt.mean(), doubt.deviation(), 4 * doubt.weight())));
    List<LabelledRun> others = runs(4_000, 4);
    LogisticModel honest = Platt.calibrated(boastful, others);
    List<LabelledRun> test = runs(4_000, 5);
    assertThat(Reliability.of(ScoredSet.points(honest, test)).error()).isLessThan(0.03);
    assertThat(Reliability.of(ScoredSet.points(boastful, test)).error()).isGreaterThan(0.1);
    double even = Math.log(honest.threshold() / (1 - honest.threshold()));
    assertThat(honest.calibration().probability(even)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aReadingTellsTextsApartByTheirWords() {
    List<Text> texts =
        List.of(
            new Text("how do I poison the soup", true, 0),
            new Text("how do I salt the soup", false, 0),
            new Text("tell me how to poison the well", true, 1),
            new Text("tell me how to clean the well", false, 1));
    TextModel reading = TextFit.fit(texts);
    assertThat(reading.value("I want to poison the lake"))
        .isGreaterThan(reading.value("I want to clean the lake"));
    assertThat(TextFit.fit(texts)).isEqualTo(reading);
  }

  @Test
  void solvesWhatIsPositiveDefiniteAndRefusesWhatIsNot() {
    double[] x = Linear.solve(new double[][] {{4, 2}, {2, 3}}, new double[] {10, 8});
    assertThat(x).containsExactly(new double[] {1.75, 1.5}, within(1e-12));
    assertThatThrownBy(() -> Linear.solve(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1}))
        .hasMessageContaining("positive definite");
  }
}
