package glassbox.lab.detection;

import glassbox.critics.score.FittedScore;
import glassbox.critics.score.FittedScore.Origin;
import glassbox.critics.score.FittedScore.Specialist;
import glassbox.lab.results.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes fitted scores where the critic service loads them. */
final class FittedFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private FittedFile() {}

  /**
   * Writes {@code NAME.json}.
   *
   * @param fittedOn the specialists that the score depends on; none for scores of texts alone
   */
  static void write(
      Path directory, Study study, List<Specialist> fittedOn, Seeds seeds, Provenance provenance)
      throws IOException {
    var origin =
        new Origin(
            provenance.command(),
            provenance.commit(),
            seeds.world(),
            seeds.seed(),
            study.fitted().size(),
            study.positives(),
            study.calibrated().size(),
            study.digest(),
            LogisticFit.PENALTY);
    var fitted =
        new FittedScore(FittedScore.FORMAT, study.model(), study.reading(), fittedOn, origin);
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve(study.model().name() + ".json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fitted) + "\n");
  }
}
