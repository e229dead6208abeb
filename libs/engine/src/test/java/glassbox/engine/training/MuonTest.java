package glassbox.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers' matrices under Muon, everything else under Adam. */
class MuonTest {

  private static final LlamaShape SHAPE = new LlamaShape(24, 16, 2, 2, 32, 32, 1e-5, 10_000);
  private static final double RATE = 0.05;

  @TempDir Path directory;

  @Test
  void everyDirectionOfAMatrixMovesAsFar() {
    Map<String, double[][]> moves = moves(1e-6);
    for (String name : moves.keySet()) {
      double[][] move = Objects.requireNonNull(moves.get(name));
      double reach = RATE * Math.sqrt(Math.max(1, (double) move.length / move[0].length));
      // The iteration leaves singular values between about .7 and 1.2, and those of a gradient's
      // weakest directions below.
      double least = Math.min(move.length, move[0].length);
      double mean = Math.sqrt(squares(move) / least);
      assertThat(mean).as(name).isBetween(0.5 * reach, 1.2 * reach);
      assertThat(largest(move)).as(name).isBetween(0.6 * reach, 1.3 * reach);
    }
    assertThat(moves).hasSize(2 * 7);
  }

  @Test
  void lossFallsFasterThanUnderAdamAlone() {
    var plan = new TrainingPlan(60, 1e-2, 2, 0.01, 1, 60);
    assertThat(last(plan.withMatrixRate(RATE), "muon")).isLessThan(last(plan, "adam"));
  }

  private double last(TrainingPlan plan, String state) {
    Trainer trainer = Trainer.full(SHAPE, plan);
    var losses = new ArrayList<Double>();
    Map<String, float[]> trained =
        trainer.run(
            trainer.initial(new SplittableRandom(5)),
            Counting::batch,
            directory.resolve(state),
            60,
            (step, loss, tokens) -> losses.add(loss));
    assertThat(trained).isNotEmpty();
    return losses.getLast();
  }

  /** What one step changes of each matrix of a layer, where Adam has next to no rate. */
  private Map<String, double[][]> moves(double rate) {
    Trainer trainer =
        Trainer.full(SHAPE, new TrainingPlan(1, rate, 1, 0, 1e9, 1).withMatrixRate(RATE));
    Map<String, float[]> before = trainer.initial(new SplittableRandom(4));
    Map<String, float[]> after =
        trainer.run(
            before, Counting::batch, directory.resolve("one"), 1, (step, loss, tokens) -> {});
    var moves = new LinkedHashMap<String, double[][]>();
    trainer
        .trainedShapes()
        .forEach(
            (name, shape) -> {
              float[] from = Objects.requireNonNull(before.get(name));
              float[] to = Objects.requireNonNull(after.get(name));
              if (name.startsWith("model.layers.") && shape.length == 2) {
                moves.put(name, difference(from, to, (int) shape[0], (int) shape[1]));
              } else {
                for (int i = 0; i < from.length; i++) {
                  assertThat(Math.abs(to[i] - from[i])).as(name).isLessThan(1e-5f);
                }
              }
            });
    return moves;
  }

  private static double[][] difference(float[] from, float[] to, int rows, int columns) {
    var move = new double[rows][columns];
    for (int i = 0; i < from.length; i++) {
      move[i / columns][i % columns] = (double) to[i] - from[i];
    }
    return move;
  }

  private static double squares(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        sum += value * value;
      }
    }
    return sum;
  }

  /** The largest singular value, by powers. */
  private static double largest(double[][] matrix) {
    var random = new SplittableRandom(1);
    double[] direction = random.doubles(matrix[0].length).toArray();
    double length = 0;
    for (int i = 0; i < 200; i++) {
      double[] image = times(matrix, direction, false);
      double[] back = times(matrix, image, true);
      length = norm(back);
      for (int j = 0; j < back.length; j++) {
        direction[j] = back[j] / length;
      }
    }
    return Math.sqrt(length);
  }

  private static double[] times(double[][] matrix, double[] x, boolean transposed) {
    var y = new double[transposed ? matrix[0].length : matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[0].length; j++) {
        y[transposed ? j : i] += matrix[i][j] * x[transposed ? i : j];
      }
    }
    return y;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
