package glassbox.engine.training;

import java.util.List;

/**
 * One training sequence.
 *
 * @param ids token ids, at least two
 * @param lossFrom index of the first id that is to be predicted, at least 1
 * @param given runs of ids after it that are read and not predicted
 */
@SuppressWarnings("ArrayRecordComponent")
public record Example(int[] ids, int lossFrom, List<Given> given) {

  public Example {
    given = List.copyOf(given);
    if (ids.length < 2 || lossFrom < 1 || lossFrom >= ids.length) {
      throw new IllegalArgumentException(
          "an example of " + ids.length + " ids cannot be scored from index " + lossFrom);
    }
  }

  /** Every id from {@code lossFrom} on is to be predicted. */
  public Example(int[] ids, int lossFrom) {
    this(ids, lossFrom, List.of());
  }

  /** Whether the id at {@code index} is to be predicted from those before it. */
  public boolean predicts(int index) {
    return index >= lossFrom && given.stream().noneMatch(run -> run.has(index));
  }

  /**
   * Ids that somebody else writes, such as a tool's output.
   *
   * @param from index of the first
   * @param to one past the last
   */
  public record Given(int from, int to) {

    public Given {
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException("no ids from " + from + " to " + to);
      }
    }

    boolean has(int index) {
      return from <= index && index < to;
    }
  }
}
