package glassbox.lab.detection;

import glassbox.critics.score.LogisticModel;
import glassbox.critics.score.TextModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fitted score with what was measured of it.
 *
 * @param model fitted and calibrated
 * @param reading of texts; null for scores that read none
 * @param fitted runs it was fitted on
 * @param calibrated runs it was calibrated on
 * @param sets runs it was measured on
 * @param uses what each signal does, on the first set
 */
record Study(
    LogisticModel model,
    @Nullable TextModel reading,
    List<LabelledRun> fitted,
    List<LabelledRun> calibrated,
    List<ScoredSet> sets,
    List<SignalUse> uses) {

  Study {
    fitted = List.copyOf(fitted);
    calibrated = List.copyOf(calibrated);
    sets = List.copyOf(sets);
    uses = List.copyOf(uses);
  }

  /** A model fitted on some runs and calibrated on others; its version names the runs. */
  static LogisticModel fit(String name, List<LabelledRun> fitted, List<LabelledRun> calibrated) {
    String version = "1-" + digest(fitted, calibrated).substring(0, 8);
    return Platt.calibrated(LogisticFit.fit(name, version, fitted), calibrated);
  }

  int positives() {
    return (int) fitted.stream().filter(LabelledRun::flawed).count();
  }

  /** Hex SHA-256 over signals and labels of all runs, a line each. */
  String digest() {
    return digest(fitted, calibrated);
  }

  private static String digest(List<LabelledRun> fitted, List<LabelledRun> calibrated) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (List<LabelledRun> runs : List.of(fitted, calibrated)) {
        for (LabelledRun run : runs) {
          digest.update((run.line() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
