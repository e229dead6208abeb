package glassbox.critics.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fitted score as its file holds it.
 *
 * @param format of the file, {@value #FORMAT}
 * @param model the fit
 * @param reading of texts, for scores of safety; null for others
 * @param fittedOn the specialists whose runs it was fitted on, in their order; empty where the
 *     score does not depend on them
 * @param origin how it was made
 */
public record FittedScore(
    int format,
    LogisticModel model,
    @Nullable TextModel reading,
    List<Specialist> fittedOn,
    Origin origin) {

  /** The only format there is. */
  public static final int FORMAT = 1;

  public FittedScore {
    if (format != FORMAT) {
      throw new IllegalArgumentException("a fitted score of format " + format);
    }
    fittedOn = List.copyOf(fittedOn);
  }

  /** A model by its id and the digest of its files. */
  public record Specialist(String id, String digest) {}

  /**
   * How a score was made.
   *
   * @param command that makes it again
   * @param commit of the code
   * @param world seed of the facts
   * @param seed of what was drawn
   * @param runs labelled runs it was fitted on
   * @param positives how many of them were to be flagged
   * @param calibrationRuns labelled runs it was calibrated on
   * @param dataDigest hex SHA-256 over signals and labels of all of them
   * @param regularisation strength of the squared penalty on weights
   */
  public record Origin(
      String command,
      String commit,
      long world,
      long seed,
      int runs,
      int positives,
      int calibrationRuns,
      String dataDigest,
      double regularisation) {}
}
