package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import glassbox.engine.decoder.LegibleArrays.SiteArrays;
import glassbox.ledger.block.Routing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a layer's feed-forward part hands on to the residual stream; mlp [R, T, d] to [R, T, d]. */
sealed interface Outlet {
  NDArray apply(NDArray mlp, Step step);

  /** Unchanged. */
  record Plain() implements Outlet {
    @Override
    public NDArray apply(NDArray mlp, Step step) {
      return mlp;
    }
  }

  /** Through a bottleneck for each run of rows, whose codes go to the step's trace. */
  record Legible(Routing routing, List<Part> parts) implements Outlet {

    /** One run of rows and the bottleneck it goes through. */
    record Part(LaneRun run, SiteArrays site) {}

    @Override
    public NDArray apply(NDArray mlp, Step step) {
      return switch (routing) {
        case FULL -> watched(mlp, step);
        case LEGIBLE -> routed(mlp, step);
      };
    }

    private NDArray watched(NDArray mlp, Step step) {
      NDArray reported = step.trace().reported(mlp);
      parts.forEach(part -> step.trace().code(code(rows(reported, part), part)));
      return mlp;
    }

    private NDArray routed(NDArray mlp, Step step) {
      NDList explained = new NDList();
      for (Part part : parts) {
        Code code = code(rows(mlp, part), part);
        step.trace().code(code);
        explained.add(code.dense().matMul(part.site().decoder()).addi(part.site().decoderBias()));
      }
      return explained.size() == 1 ? explained.singletonOrThrow() : NDArrays.concat(explained, 0);
    }

    private NDArray rows(NDArray x, Part part) {
      return parts.size() == 1 ? x : NativeEngine.slice(x, 0, part.run().from(), part.run().to());
    }

    /** The code of h [r, T, d]. */
    private static Code code(NDArray h, Part part) {
      SiteArrays site = part.site();
      NDArray sums = h.sub(site.decoderBias()).matMul(site.encoder()).addi(site.encoderBias());
      return Code.largest(sums.getNDArrayInternal().relu(), site.order(), site.active());
    }
  }

  /**
   * The outlets of all layers of a session.
   *
   * @param runs of the session's rows; empty unless the session needs legible channels
   */
  static List<Outlet> of(int layers, LegibleArrays arrays, Routing routing, List<LaneRun> runs) {
    if (runs.isEmpty()) {
      return plain(layers);
    }
    List<Outlet> outlets = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      outlets.add(legible(layer, arrays, routing, runs));
    }
    return outlets;
  }

  /** Layers that hand on what they made. */
  static List<Outlet> plain(int layers) {
    return Collections.nCopies(layers, new Plain());
  }

  private static Outlet legible(
      int layer, LegibleArrays arrays, Routing routing, List<LaneRun> runs) {
    List<Legible.Part> parts = new ArrayList<>();
    for (LaneRun run : runs) {
      parts.add(new Legible.Part(run, arrays.of(run.owner()).get(layer)));
    }
    return new Legible(routing, parts);
  }
}
