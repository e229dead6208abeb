package glassbox.lab.training;

import glassbox.engine.checkpoint.LegibleConfig.Calibration;
import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.Example;
import glassbox.engine.training.LegibleReading;
import glassbox.engine.training.Trainer;
import glassbox.lab.naming.Named;
import glassbox.lab.naming.Naming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What held-out text says of a finished model.
 *
 * @param full mean negative log-likelihood of the deployed model, in nats a predicted token
 * @param legible the same of its legible twin
 * @param agreement share of predicted tokens for which both find the same one most probable
 * @param calibration how far they are apart
 * @param named names of the atoms
 */
public record Judged(
    double full, double legible, double agreement, Calibration calibration, Named named) {

  /** Reads {@code texts} through the model. */
  public static Judged of(
      Trainer trainer,
      Map<String, float[]> values,
      List<LabelledExample> texts,
      Tokenizer tokenizer,
      String description) {
    var recipe = trainer.recipe();
    if (recipe == null) {
      throw new IllegalArgumentException("only models with bottlenecks are judged");
    }
    var naming =
        new Naming(
            trainer.shape().layers(),
            recipe.bottlenecks().atoms(),
            id -> tokenizer.decode(new int[] {id}));
    var sums = new Sums();
    List<Example> examples = texts.stream().map(LabelledExample::example).toList();
    trainer.read(
        values,
        examples,
        reading -> {
          naming.add(reading, texts.get(sums.examples++).concepts());
          sums.add(reading);
        });
    return sums.judged(naming.names(), description);
  }

  private static final class Sums {
    private int examples;
    private double full;
    private double legible;
    private int agreeing;
    private final List<Float> deltas = new ArrayList<>();

    void add(LegibleReading reading) {
      for (int i = 0; i < reading.deltas().length; i++) {
        full -= reading.logProbs()[i];
        legible -= reading.legibleLogProbs()[i];
        agreeing += reading.agrees()[i] ? 1 : 0;
        deltas.add(Math.min(1, reading.deltas()[i]));
      }
    }

    Judged judged(Named named, String description) {
      double[] sorted = deltas.stream().mapToDouble(Float::doubleValue).sorted().toArray();
      int n = sorted.length;
      var calibration =
          new Calibration(
              rounded(Arrays.stream(sorted).average().orElseThrow()),
              rounded(quantile(sorted, 0.95)),
              rounded(quantile(sorted, 0.99)),
              n,
              description);
      return new Judged(full / n, legible / n, (double) agreeing / n, calibration, named);
    }

    private static double quantile(double[] sorted, double share) {
      return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static double rounded(double value) {
      return Math.round(value * 1e6) / 1e6;
    }
  }
}
