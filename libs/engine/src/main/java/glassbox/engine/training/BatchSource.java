package glassbox.engine.training;

import java.util.List;

/** Gives batches by number; the same number always gives the same examples. */
@FunctionalInterface
public interface BatchSource {

  /**
   * A batch, never empty.
   *
   * @param number of the step, from 0; where steps read two lots, step s reads batches 2 s and 2 s
   *     + 1
   */
  List<Example> batch(long number);
}
