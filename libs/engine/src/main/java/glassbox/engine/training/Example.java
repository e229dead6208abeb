package glassbox.engine.training;

/**
 * One training sequence.
 *
 * @param ids token ids, at least two
 * @param lossFrom index of the first id that is to be predicted, at least 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record Example(int[] ids, int lossFrom) {

  public Example {
    if (ids.length < 2 || lossFrom < 1 || lossFrom >= ids.length) {
      throw new IllegalArgumentException(
          "an example of " + ids.length + " ids cannot be scored from index " + lossFrom);
    }
  }
}
