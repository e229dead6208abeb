package glassbox.engine.checkpoint;

import java.util.List;

/**
 * One tensor as a header describes it.
 *
 * @param tag the element type's name, perhaps one that cannot be read
 * @param begin first byte, counted from the end of the header
 * @param end first byte behind it
 */
record TensorEntry(String name, String tag, List<Long> shape, long begin, long end) {
  TensorEntry {
    shape = List.copyOf(shape);
  }

  long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
