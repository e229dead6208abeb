package glassbox.engine.decoder;

import glassbox.engine.checkpoint.AdapterWeights;
import glassbox.engine.checkpoint.LowRank;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.WeightKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays the low-rank updates of all lanes side by side, one pair of matrices a site. */
final class AdapterFolding {
  private final ModelConfig config;
  private final List<AdapterWeights> adapters;

  /**
   * @param adapters of lanes 1, 2, ...; none changes an expert's matrix
   */
  AdapterFolding(ModelConfig config, List<AdapterWeights> adapters) {
    this.config = config;
    this.adapters = List.copyOf(adapters);
  }

  /**
   * @param a [in, r]
   * @param b [r, out], with the scaling; zero outside the columns of the part it belongs to
   * @param lanes the lane of each of the r columns
   */
  record Folded(float[] a, float[] b, int[] lanes) {}

  private record Piece(int lane, int column, LowRank update) {}

  /** The updates at {@code site}, or null when no adapter changes it. */
  @Nullable Folded fold(int layer, String site, int in) {
    List<Piece> pieces = new ArrayList<>();
    int out = 0;
    for (Site.Part part : Site.parts(config, site)) {
      for (int i = 0; i < adapters.size(); i++) {
        Optional<LowRank> update = adapters.get(i).at(WeightKey.of(layer, part.projection()));
        if (update.isPresent()) {
          pieces.add(new Piece(i + 1, out, update.get()));
        }
      }
      out += part.width();
    }
    return pieces.isEmpty() ? null : fold(pieces, in, out);
  }

  private static Folded fold(List<Piece> pieces, int in, int out) {
    int rank = pieces.stream().mapToInt(piece -> piece.update().rank()).sum();
    float[] a = new float[in * rank];
    float[] b = new float[rank * out];
    int[] lanes = new int[rank];
    int at = 0;
    for (Piece piece : pieces) {
      for (int r = 0; r < piece.update().rank(); r++, at++) {
        lanes[at] = piece.lane();
        copy(piece, r, a, at, rank);
        copyScaled(piece, r, b, at * out + piece.column());
      }
    }
    return new Folded(a, b, lanes);
  }

  /** Row r of A becomes column {@code at}. */
  private static void copy(Piece piece, int r, float[] a, int at, int rank) {
    LowRank update = piece.update();
    for (int i = 0; i < update.in(); i++) {
      a[i * rank + at] = update.a()[r * update.in() + i];
    }
  }

  /** Column r of B, scaled, becomes a row that begins at {@code offset}. */
  private static void copyScaled(Piece piece, int r, float[] b, int offset) {
    LowRank update = piece.update();
    for (int o = 0; o < update.out(); o++) {
      b[offset + o] = (float) (update.scaling() * update.b()[o * update.rank() + r]);
    }
  }
}
