package glassbox.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.Dtype;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.decoder.Decoder;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.reference.ReferenceDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved computes what was trained, in the serving decoder and in the reference. */
class TrainedFilesTest {

  private static final double TOLERANCE = 1e-4;
  private static final LlamaShape SHAPE = new LlamaShape(40, 32, 2, 4, 48, 64, 1e-5, 10_000);
  private static final LoraShape LORA =
      new LoraShape(4, 8, List.of("q_proj", "v_proj", "o_proj", "gate_proj", "down_proj"));
  private static final TrainingPlan PLAN = new TrainingPlan(1, 1e-3, 1, 0, 1, 1);
  private static final int[] IDS = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};

  @TempDir Path directory;
  private Map<String, float[]> base = Map.of();
  private Map<String, float[]> lora = Map.of();

  @BeforeEach
  void writeModelAndAdapter() throws IOException {
    base = wide(SHAPE.weights(), 11);
    lora = wide(LORA.weights(SHAPE), 12);
    TrainedFiles.writeModel(directory.resolve("base"), SHAPE, base, Dtype.FLOAT32, 0);
    TrainedFiles.writeAdapter(directory.resolve("adapter"), SHAPE, "base", LORA, lora);
  }

  @Test
  void servingDecoderGivesWhatWasTrained() {
    try (ForwardModel decoder =
        Decoder.load(
            ModelDirectory.open(directory.resolve("base")),
            List.of(AdapterDirectory.open(directory.resolve("adapter"))),
            DecoderOptions.defaults())) {
      assertSameAsTraining(decoder, "decoder");
    }
  }

  @Test
  void referenceDecoderGivesWhatWasTrained() {
    try (ForwardModel decoder =
        ReferenceDecoder.load(
            ModelDirectory.open(directory.resolve("base")),
            List.of(AdapterDirectory.open(directory.resolve("adapter"))))) {
      assertSameAsTraining(decoder, "reference");
    }
  }

  @Test
  void halfSizeWeightsKeepTheirRotaryFrequencies() throws IOException {
    var rounded = new LinkedHashMap<String, float[]>();
    base.forEach((name, values) -> rounded.put(name, rounded(values)));
    TrainedFiles.writeModel(directory.resolve("half"), SHAPE, base, Dtype.BFLOAT16, 0);
    float[] trained = Trainer.full(SHAPE, PLAN).logProbs(rounded, IDS);
    try (ForwardModel decoder =
        ReferenceDecoder.load(ModelDirectory.open(directory.resolve("half")), List.of())) {
      assertThat(largestDifference(decoder, 0, trained)).isLessThan(TOLERANCE);
    }
  }

  private void assertSameAsTraining(ForwardModel decoder, String name) {
    float[] full = Trainer.full(SHAPE, PLAN).logProbs(base, IDS);
    float[] adapted = Trainer.adapter(SHAPE, base, LORA, PLAN).logProbs(lora, IDS);
    double fullDifference = largestDifference(decoder, 0, full);
    double adaptedDifference = largestDifference(decoder, 1, adapted);
    System.out.printf(
        "training forward against %s: base %.2e, adapter %.2e%n",
        name, fullDifference, adaptedDifference);
    assertThat(fullDifference).isLessThan(TOLERANCE);
    assertThat(adaptedDifference).isLessThan(TOLERANCE);
    assertThat(adapted).isNotEqualTo(full);
  }

  private static double largestDifference(ForwardModel decoder, int lane, float[] expected) {
    try (ForwardSession session = decoder.open(new int[] {lane}, SessionOptions.PLAIN)) {
      float[] actual = session.appendAll(new int[][] {IDS}).logProbs();
      assertThat(actual).hasSameSizeAs(expected);
      double largest = 0;
      for (int i = 0; i < actual.length; i++) {
        largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
      }
      return largest;
    }
  }

  /** Values wide enough that every term matters. */
  private static Map<String, float[]> wide(Map<String, long[]> shapes, long seed) {
    var random = new SplittableRandom(seed);
    var values = new LinkedHashMap<String, float[]>();
    shapes.forEach(
        (name, shape) -> {
          long size = 1;
          for (long side : shape) {
            size *= side;
          }
          var data = new float[(int) size];
          for (int i = 0; i < data.length; i++) {
            data[i] = (float) (random.nextGaussian() * 0.2 + (shape.length == 1 ? 1 : 0));
          }
          values.put(name, data);
        });
    return values;
  }

  private static float[] rounded(float[] values) {
    var rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Dtype.BFLOAT16.round(values[i]);
    }
    return rounded;
  }
}
