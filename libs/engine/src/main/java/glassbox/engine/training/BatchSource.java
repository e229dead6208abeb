package glassbox.engine.training;

import java.util.List;

/** Gives the examples of a step; the same step always gives the same examples. */
@FunctionalInterface
public interface BatchSource {

  /** The examples of step {@code step}, from 0; never empty. */
  List<Example> batch(long step);
}
