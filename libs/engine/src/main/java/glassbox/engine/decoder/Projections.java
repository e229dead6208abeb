package glassbox.engine.decoder;

/** Gives the linear map of a site such as {@code layers.3.qkv}. */
@FunctionalInterface
interface Projections {
  Linear at(String site);

  /** The plain matrices of {@code weights}. */
  static Projections of(Weights weights) {
    return site -> new Linear.Dense(weights.get(site + ".weight"), weights.find(site + ".bias"));
  }
}
