package glassbox.engine.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyModels.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Decoders of tiny models with adapters, and what tests do with them. */
final class TinyDecoders {
  private TinyDecoders() {}

  /** On this backend, in full precision. */
  static Decoder load(Path folder, Kind kind, Backend backend) throws Exception {
    return load(folder, kind, Backends.f32(backend));
  }

  /** With two adapters, of rank 2 and 3: lanes 1 and 2. */
  static Decoder load(Path folder, Kind kind, DecoderOptions options) throws Exception {
    List<String> modules =
        kind == Kind.GPT2 ? List.of("c_attn", "c_proj") : List.of("q_proj", "v_proj", "o_proj");
    List<AdapterDirectory> adapters = new ArrayList<>();
    for (int rank = 2; rank <= 3; rank++) {
      Path directory = folder.resolve(kind + "-adapter-" + rank);
      adapters.add(
          AdapterDirectory.open(TinyModels.writeAdapter(directory, kind, rank, modules, rank)));
    }
    return Decoder.load(model(folder, kind), adapters, options);
  }

  static ModelDirectory model(Path folder, Kind kind) throws Exception {
    return ModelDirectory.open(TinyModels.write(folder.resolve(kind.name()), kind, 1));
  }

  /** Seeded token ids. */
  static int[] ids(long seed, int count) {
    return new SplittableRandom(seed).ints(count, 0, TinyModels.VOCABULARY).toArray();
  }

  /** The distribution of one row at one position. */
  static float[] distribution(Forward forward, int row, int position) {
    int offset = forward.offset(row, position);
    return Arrays.copyOfRange(forward.logProbs(), offset, offset + forward.vocabularySize());
  }

  /** A prompt of its own, then 20 greedy tokens, on three lanes. */
  static List<float[]> generate(Decoder decoder, int seed) {
    List<float[]> all = new ArrayList<>();
    try (ForwardSession session = decoder.open(new int[] {0, 1, 2}, SessionOptions.PLAIN)) {
      int[] next = ids(seed, 10);
      for (int i = 0; i < 20; i++) {
        float[] logProbs = session.append(new int[][] {next, next, next}).logProbs();
        all.add(logProbs);
        next = new int[] {ReferenceModels.argmax(logProbs) % TinyModels.VOCABULARY};
      }
    }
    return all;
  }

  static void assertSameBits(List<float[]> actual, List<float[]> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(Arrays.equals(actual.get(i), expected.get(i))).isTrue();
    }
  }
}
