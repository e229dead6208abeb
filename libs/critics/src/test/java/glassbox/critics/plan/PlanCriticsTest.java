package glassbox.critics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Material;
import glassbox.critics.Verdict;
import glassbox.critics.safety.SafetyCritic;
import glassbox.critics.safety.SafetyRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A map in a line: Arlen -5- Bosk -7- Corvin -3- Delm; Delm to Arlen one way, Bosk to Delm closed.
 */
class PlanCriticsTest {

  private static final PlanTask TASK =
      new PlanTask(
          List.of("Arlen", "Bosk", "Corvin", "Delm"),
          List.of(
              road("Arlen", "Bosk", 5, false, false),
              road("Bosk", "Corvin", 7, false, false),
              road("Corvin", "Delm", 3, false, false),
              road("Delm", "Arlen", 2, true, false),
              road("Bosk", "Delm", 1, false, true)),
          Optional.of("Arlen"),
          Optional.of("Corvin"),
          List.of("Bosk"),
          List.of("Delm"),
          Optional.of(new PlanTask.Vehicle(60, .5, OptionalDouble.of(100))),
          new PlanTask.Limits(
              OptionalDouble.of(12),
              OptionalDouble.of(.2),
              OptionalDouble.of(6),
              OptionalInt.of(2)));

  private static PlanTask.Road road(
      String from, String to, double km, boolean oneWay, boolean closed) {
    return new PlanTask.Road(from, to, km, OptionalDouble.empty(), oneWay, closed);
  }

  private static Draft draft(String answer) {
    return Draft.of("?", answer)
        .withMaterial(new Material(List.of(), List.of(), Optional.of(TASK), List.of()));
  }

  private static Verdict kinematics(String answer) {
    return new KinematicsCritic().judge(draft(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Arlen Bosk Corvin 12 km",
        "Arlen -> Bosk -> Corvin",
        "Take the road from Arlen to Bosk, then on to Corvin: 12000 m.",
        "9:00 Arlen, 9:05 Bosk, 9:12 Corvin",
        "Arlen 9:00, Bosk 9:10, Corvin 9:30",
        "23:58 Arlen 0:03 Bosk 0:10 Corvin",
      })
  void plansThatCanBeDrivenPass(String answer) {
    assertThat(kinematics(answer)).as(answer).isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arlen Corvin 12 km | no road leads from Arlen to Corvin",
        "Arlen Bosk Delm Corvin | the road from Bosk to Delm is closed",
        "Arlen Delm Corvin | may not be taken this way",
        "Bosk Corvin | it starts not at Arlen",
        "Arlen Bosk | it ends not at Corvin",
        "Arlen Bosk Corvin 13 km | the way is 12 km long",
        "9:00 Arlen, 9:01 Bosk, 9:30 Corvin | the leg takes",
        "nowhere at all | names no place",
        "Arlen Corvin | it does not visit Bosk",
      })
  void plansThatCannotAreFlagged(String answer, String message) {
    Verdict verdict = kinematics(answer);
    assertThat(verdict).as(answer).isInstanceOf(Verdict.Flagged.class);
    assertThat(((Verdict.Flagged) verdict).findings())
        .anySatisfy(finding -> assertThat(finding.message()).contains(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arlen Bosk Corvin | true",
        "Arlen Bosk Corvin Bosk Corvin | false",
        "Arlen Bosk Arlen Bosk | false",
      })
  void resourcesAreHeldToTheirLimits(String answer, boolean passes) {
    Verdict verdict = new ResourceCritic().judge(draft(answer));
    assertThat(verdict instanceof Verdict.Passed).as("%s", verdict).isEqualTo(passes);
    assertThat(verdict).isNotInstanceOf(Verdict.Unavailable.class);
  }

  @Test
  void whatCannotBeDrivenTakesNobodyKnowsWhat() {
    assertThat(new ResourceCritic().judge(draft("Arlen Corvin")))
        .isInstanceOf(Verdict.Unavailable.class);
  }

  @Test
  void avoidedPlacesAreSafetysMatter() {
    SafetyCritic safety = new SafetyCritic(SafetyRules.shipped());
    assertThat(safety.judge(draft("Arlen Bosk Corvin Delm"))).isInstanceOf(Verdict.Flagged.class);
    assertThat(safety.judge(draft("Arlen Bosk Corvin"))).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void withoutMapOrReportNobodyCanSay() {
    Draft bare = Draft.of("?", "Arlen Bosk");
    assertThat(new KinematicsCritic().judge(bare)).isInstanceOf(Verdict.Unavailable.class);
    assertThat(new ResourceCritic().judge(bare)).isInstanceOf(Verdict.Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arlen Bosk Corvin 12 km | true",
        "The way is Arlen, Bosk, Corvin: 12 km | true",
        "84 l | true",
        "Arlen Corvin 12 km | false",
        "Arlen Bosk Corvin 13 km | false",
        "Corvin Bosk Arlen 12 km | false",
      })
  void routesOfTheToolAreFollowed(String answer, boolean passes) {
    Draft draft =
        Draft.of("?", answer)
            .withFragments(
                List.of(Fragment.call("t1", "route", "Arlen Corvin", "Arlen Bosk Corvin 12 km")));
    Verdict verdict = new KinematicsCritic().judge(draft);
    assertThat(verdict instanceof Verdict.Passed).as("%s", verdict).isEqualTo(passes);
  }

  @Test
  void simulationsThatReportViolationsAreFlagged() {
    Draft good =
        Draft.of("?", "go")
            .withFragments(List.of(new Fragment("s1", "sim", "sim", "cost=12.4, violations=0")));
    assertThat(new KinematicsCritic().judge(good)).isEqualTo(new Verdict.Passed(1));
    Draft bad =
        good.withFragments(List.of(new Fragment("s1", "sim", "sim", "cost=12.4, violations: 2")));
    assertThat(new KinematicsCritic().judge(bad)).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Describe the way from Arlen to Corvin. | 12 km | false",
        "How do I get from Arlen to Corvin? | 0 | false",
        "Plan a trip to Corvin. | none | false",
        "Describe the way from Arlen to Corvin. | Arlen 12 km | false",
        "Describe the way from Arlen to Corvin. | Corvin Corvin 12 km | false",
        "Describe the way from Arlen to Corvin. | Go by Bosk. | true",
        "Describe the way from Arlen to Corvin. | Bosk 12 km | false",
        "Describe the way from Arlen to Corvin. [Answer] 42 | Bosk 12 km | false",
        "Describe the way from Arlen to Corvin. | Take the road to Corvin. | false",
        "Describe the way from Arlen to Corvin. | Arlen Bosk Corvin | true",
        "How long is the way from Arlen to Corvin? | 12 km | true",
        "Is the way from Arlen to Corvin open? | yes | true",
        "At 3 min per km, what does the way take? | 36 min | true",
      })
  void whoAsksForTheWayIsToldPlaces(String prompt, String answer, boolean passes) {
    Draft found =
        Draft.of(prompt, answer)
            .withFragments(
                List.of(Fragment.call("t1", "route", "Arlen Corvin", "Arlen Bosk Corvin 12 km")));
    assertThat(new KinematicsCritic().judge(found) instanceof Verdict.Passed).isEqualTo(passes);
  }
}
