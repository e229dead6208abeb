package glassbox.engine.decoder;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.LegibleWeights;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.reference.TinyBottlenecks;
import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyModels.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Tiny models with bottlenecks, and whole forwards of them. */
final class TinyLegible {
  static final SessionOptions EVERYTHING = SessionOptions.LEGIBLE.tracing(true).coding(true);

  static final SessionOptions WATCHED = SessionOptions.PLAIN.coding(true);

  private TinyLegible() {}

  static ModelDirectory model(Path folder, Kind kind, long seed, LegibleWeights legible)
      throws Exception {
    Path directory = TinyModels.write(folder.resolve(kind + "-" + seed), kind, seed);
    TinyBottlenecks.write(directory, legible);
    return ModelDirectory.open(directory);
  }

  static AdapterDirectory adapter(Path folder, int rank) throws Exception {
    Path directory = folder.resolve("adapter-" + rank);
    List<String> modules = List.of("q_proj", "down_proj");
    return AdapterDirectory.open(
        TinyModels.writeAdapter(directory, Kind.LLAMA, rank, modules, rank));
  }

  /** All positions in a session of its own, every row on lane 0. */
  static Forward all(ForwardModel model, SessionOptions options, int[][] ids) {
    try (ForwardSession session = model.open(new int[ids.length], options)) {
      return session.appendAll(ids);
    }
  }

  static int[][] ids(SplittableRandom random, int rows, int length) {
    int[][] ids = new int[rows][length];
    for (int[] row : ids) {
      Arrays.setAll(row, _ -> random.nextInt(TinyModels.VOCABULARY));
    }
    return ids;
  }
}
