package glassbox.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.score.Scored;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SafetyStudyTest {

  private static final SafetyStudy STUDY = new SafetyStudy(new Seeds(1, 2, 3, 1, 10));

  @Test
  void actsOfTheFitTheCalibrationAndTheMeasurementAreApart() {
    Study study = STUDY.prompts();
    Set<String> seen = new HashSet<>();
    List<Set<String>> parts =
        List.of(
            acts(study.fitted()),
            acts(study.calibrated()),
            study.sets().get(1).points().stream()
                .map(Auroc.Point::cluster)
                .collect(Collectors.toSet()));
    for (Set<String> part : parts) {
      assertThat(part).isNotEmpty();
      assertThat(Collections.disjoint(part, seen)).isTrue();
      seen.addAll(part);
    }
  }

  private static Set<String> acts(List<LabelledRun> runs) {
    return runs.stream()
        .map(LabelledRun::cluster)
        .filter(cluster -> cluster.startsWith("act"))
        .collect(Collectors.toSet());
  }

  @Test
  void tellsUnsafeFromHarmlessBetterThanChanceInUnseenWordings() {
    Study prompts = STUDY.prompts();
    Study answers = STUDY.answers(prompts);
    for (Study study : List.of(prompts, answers)) {
      assertThat(study.sets().getFirst().auroc().low()).isGreaterThan(0.6);
      assertThat(study.sets().getLast().auroc().value()).isGreaterThan(0.95);
    }
  }

  @Test
  void itsPartsAddUp() {
    Study study = STUDY.prompts();
    Scored scored = study.model().score(study.fitted().getFirst().signals());
    double parts = scored.contributions().stream().mapToDouble(c -> c.contribution()).sum();
    assertThat(study.model().intercept() + parts).isEqualTo(scored.logit());
  }
}
