package glassbox.lab.naming;

import glassbox.engine.checkpoint.LegibleConfig.AtomName;
import java.util.List;

/**
 * Names of a model's atoms.
 *
 * @param names of every atom that is alive
 * @param alive atoms active at {@link Naming#ALIVE} held-out tokens or more
 * @param matched of those, how many fit a concept with a match of {@link Naming#FITS} or more
 */
public record Named(List<AtomName> names, int alive, int matched) {

  public Named {
    names = List.copyOf(names);
  }

  /** Share of the living atoms that fit a concept. */
  public double share() {
    return alive == 0 ? 0 : (double) matched / alive;
  }
}
