package glassbox.engine.federation;

import java.util.OptionalInt;

/** Tokens of the answer that are given, such as a scaffold or a tool's output. Must be pure. */
@FunctionalInterface
public interface Forcing {

  /** Every token is drawn. */
  Forcing NONE = position -> OptionalInt.empty();

  /** The given token at a position of the answer, from 0, if that position is forced. */
  OptionalInt at(int position);

  /** The answer begins with these tokens. */
  static Forcing prefix(int... tokenIds) {
    int[] ids = tokenIds.clone();
    return position -> position < ids.length ? OptionalInt.of(ids[position]) : OptionalInt.empty();
  }

  /** How many positions from 0 on are forced without a gap, {@code limit} at most. */
  default int leadingRun(int limit) {
    int length = 0;
    while (length < limit && at(length).isPresent()) {
      length++;
    }
    return length;
  }
}
