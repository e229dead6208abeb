package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import glassbox.engine.gradient.Weights;

/**
 * All weights of a network.
 *
 * @param trained those that change
 * @param frozen those that do not
 */
record Parameters(Weights trained, Weights frozen) {

  NDArray get(String name) {
    return trained.contains(name) ? trained.get(name) : frozen.get(name);
  }

  boolean contains(String name) {
    return trained.contains(name) || frozen.contains(name);
  }
}
