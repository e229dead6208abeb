package glassbox.critic.score;

import glassbox.critics.score.Calibration;
import glassbox.critics.score.FittedScore;
import glassbox.critics.score.FittedScore.Origin;
import glassbox.critics.score.FittedScore.Specialist;
import glassbox.critics.score.LogisticModel;
import glassbox.critics.score.SignalWeight;
import glassbox.critics.score.TextModel;
import glassbox.shell.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files of small fitted scores. */
final class FittedFiles {

  static final Specialist FITTED_ON = new Specialist("general-base", "ab".repeat(32));

  private FittedFiles() {}

  static void all(Path directory) throws IOException {
    write(directory, hallucination("hallucination-grounded", "coverage_added", -2));
    write(directory, hallucination("hallucination-closed", "log_prob_min", -1));
    write(directory, safety("safety-prompt", "harm_words"));
    write(directory, safety("safety-answer", "prompt_logit"));
  }

  static void write(Path directory, FittedScore score) throws IOException {
    Files.writeString(
        directory.resolve(score.model().name() + ".json"),
        StrictJson.mapper().writeValueAsString(score));
  }

  static FittedScore hallucination(String name, String signal, double weight) {
    return fitted(name, new SignalWeight(signal, 0, 1, weight), null, List.of(FITTED_ON));
  }

  static FittedScore safety(String name, String signal) {
    var weights = new TreeMap<Integer, Double>();
    TextModel.buckets("poison", 64).forEach(bucket -> weights.put(bucket, 1.5));
    return fitted(name, new SignalWeight(signal, 0, 1, 2), new TextModel(64, weights), List.of());
  }

  private static FittedScore fitted(
      String name, SignalWeight signal, @Nullable TextModel reading, List<Specialist> models) {
    return new FittedScore(
        FittedScore.FORMAT,
        new LogisticModel(name, "t1", -0.5, 0.5, new Calibration(2, 0), List.of(signal)),
        reading,
        models,
        new Origin("a test", "none", 1, 1, 2, 1, 2, "cd".repeat(32), 1));
  }
}
