package glassbox.critics.plan;

import java.util.OptionalDouble;

/**
 * A place of a plan as the answer names it.
 *
 * @param place name of the map
 * @param hour clock time in hours that stands beside it, if any
 * @param start UTF-16 offset of the name in the answer
 * @param end offset after it
 */
record Stop(String place, OptionalDouble hour, int start, int end) {

  /** A stop that the answer does not name. */
  static Stop unplaced(String place) {
    return new Stop(place, OptionalDouble.empty(), 0, 0);
  }
}
