package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.checkpoint.LegibleLanes;
import glassbox.engine.checkpoint.LegibleSite;
import glassbox.engine.checkpoint.LegibleWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The legible bottlenecks of a model's lanes in the native engine, those that lanes share once. */
final class LegibleArrays {

  /**
   * One layer's bottleneck.
   *
   * @param encoder [d, m]
   * @param encoderBias [m]
   * @param decoder [m, d]
   * @param decoderBias [d]
   * @param order see {@link Code#order}; one for all layers
   * @param active k
   */
  record SiteArrays(
      NDArray encoder,
      NDArray encoderBias,
      NDArray decoder,
      NDArray decoderBias,
      NDArray order,
      int active) {}

  private final Map<Integer, List<SiteArrays>> byOwner;

  private LegibleArrays(Map<Integer, List<SiteArrays>> byOwner) {
    this.byOwner = byOwner;
  }

  /**
   * Copies the weights.
   *
   * @param manager owns the arrays
   */
  static LegibleArrays load(NDManager manager, LegibleLanes lanes) {
    Map<Integer, List<SiteArrays>> byOwner = new TreeMap<>();
    try (NDManager scratch = manager.newSubManager()) {
      for (int lane = 0; lane < lanes.lanes(); lane++) {
        Optional<LegibleWeights> weights = lanes.at(lane);
        if (weights.isPresent() && lanes.owner(lane) == lane) {
          byOwner.put(lane, sites(manager, scratch, weights.get()));
        }
      }
    }
    return new LegibleArrays(byOwner);
  }

  /** The layers' bottlenecks that lane {@code owner} brought; none if it brought none. */
  List<SiteArrays> of(int owner) {
    return byOwner.getOrDefault(owner, List.of());
  }

  private static List<SiteArrays> sites(
      NDManager manager, NDManager scratch, LegibleWeights weights) {
    List<SiteArrays> sites = new ArrayList<>();
    NDArray order = Code.order(manager, weights.config().atoms());
    for (LegibleSite site : weights.sites()) {
      int m = site.atoms();
      int d = site.width();
      sites.add(
          new SiteArrays(
              kept(manager, scratch.create(site.encoder(), new Shape(m, d)).transpose(1, 0)),
              kept(manager, scratch.create(site.encoderBias())),
              kept(manager, scratch.create(site.decoder(), new Shape(d, m)).transpose(1, 0)),
              kept(manager, scratch.create(site.decoderBias())),
              order,
              weights.config().active()));
    }
    return sites;
  }

  /** A copy in memory that the engine allocated: contiguous and aligned. */
  private static NDArray kept(NDManager manager, NDArray array) {
    NDArray copy = NDArrays.concat(new NDList(array), 0);
    copy.attach(manager);
    return copy;
  }
}
