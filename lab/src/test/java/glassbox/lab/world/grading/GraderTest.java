package glassbox.lab.world.grading;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Reference;
import glassbox.lab.world.task.Split;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GraderTest {

  @ParameterizedTest
  @EnumSource(Domain.class)
  void everyGoldAnswerIsRight(Domain domain) {
    for (Split split : Split.values()) {
      List<String> wrong =
          World.of(3).source().distinct(domain, split, 100, 11).stream()
              .filter(task -> !Grader.grade(task, task.answer().text()).right())
              .map(task -> task.prompt().text() + " -> " + task.answer().text())
              .limit(3)
              .toList();
      assertThat(wrong).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void theAnswerToAnotherTaskIsMostlyWrong(Domain domain) {
    List<Instance> tasks = World.of(3).source().distinct(domain, Split.TEST, 100, 12);
    long right = 0;
    long asked = 0;
    for (int i = 1; i < tasks.size(); i++) {
      Instance task = tasks.get(i);
      Reference other = tasks.get(i - 1).reference();
      if (!other.text().equals(task.reference().text())) {
        asked++;
        right += Grader.grade(task, "[Answer] " + other.text()).right() ? 1 : 0;
      }
    }
    assertThat(asked).isPositive();
    assertThat(right).isLessThanOrEqualTo(asked / 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "420|kg|420 kg|true",
        "420|kg|0.42 t|true",
        "420|kg|420,000 g|true",
        "420|kg|420 kilograms|true",
        "420|kg|35 bales|true",
        "420|kg|420|false",
        "420|kg|420 g|false",
        "420|kg|420 km|false",
        "420|kg|421 kg|false",
        "420|kg|420 kg or 421 kg|false",
        "420|kg|It is 12 kg times 35, so 420 kg.|true",
        "420|kg|35 boxes of 12 kg|false",
        "420|kg|[Given] 421 kg[Answer] 420 kg|true",
        "420|kg|[Given] 420 kg[Answer] 421 kg|false",
        "420|pens|420|true",
        "420|pens|420 pens|true",
        "420|pens|420 cups|false",
        "27||27|true",
        "27||f(5) = 27|true",
        "27||27 kg|false",
        "-83||-83|true",
        "-83||83|false",
        "12.5|percent|12.5 %|true",
        "12.5|percent|12.5 percent|true",
        "12.5|percent|12.5|false",
        "12.5|percent|12.50 percent.|true",
        "12|million crowns|12 million crowns|true",
        "12|million crowns|12,000,000 crowns|true",
        "12|million crowns|12 million florins|false",
        "12|million crowns|12 crowns|false",
        "5|hours|5 h|true",
        "5|hours|300 minutes|true",
        "4|kg per l|4 kg per l|true",
        "4|kg per l|4 kg|false",
        "5|mg|The dose is 5 mg per kg.|true",
        "420|kg||false"
      })
  void numbersAreComparedByValueAndUnit(String number, String unit, String answer, boolean right) {
    var reference = new Reference.Quantity(number, unit == null ? "" : unit);
    String said = answer == null ? "" : answer;
    Grade grade = Grader.grade(reference, "35 boxes of 12 kg: f(5)?", said);
    assertThat(grade.right()).as(grade.reason()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kalden|true",
        "Norvik is based in Kalden.|true",
        "kalden|true",
        "Ostmere|false",
        "Kalden or Ostmere|false",
        "Kaldenby|false",
        "I do not know.|false"
      })
  void aChoiceNamesOneForm(String answer, boolean right) {
    var reference =
        new Reference.Choice("Kalden", List.of("Kalden"), List.of("Ostmere", "Port Selwyn"));
    assertThat(Grader.grade(reference, "", answer).right()).isEqualTo(right);
  }

  @Test
  void theLongerFormIsReadFirst() {
    var found = new Reference.Choice("found", List.of("found"), List.of("not found"));
    var lost = new Reference.Choice("not found", List.of("not found"), List.of("found"));
    assertThat(Grader.grade(found, "", "not found").right()).isFalse();
    assertThat(Grader.grade(found, "", "found").right()).isTrue();
    assertThat(Grader.grade(lost, "", "It was not found.").right()).isTrue();
    assertThat(Grader.grade(lost, "", "found").right()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arlen Bosk Garth 12 km|true",
        "Arlen -> Bosk -> Garth|true",
        "From Arlen to Bosk, then Bosk to Garth: 12 km.|true",
        "Arlen Garth 12 km|false",
        "Garth Bosk Arlen 12 km|false",
        "Arlen Bosk Garth 13 km|false",
        "Arlen Bosk Holmby Garth 12 km|false",
        "12 km|false"
      })
  void aRouteIsASequence(String answer, boolean right) {
    var reference =
        new Reference.Route(
            List.of("Arlen", "Bosk", "Garth"), 12, List.of("Arlen", "Bosk", "Garth", "Holmby"));
    assertThat(Grader.grade(reference, "", answer).right()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int f(int x){return (x+3)*4;}|true",
        "int f(int x){return x*4+12;}|true",
        "public static int f(int n) { return 12 + 4 * n; }|true",
        "Here it is: int f(int x){return 4*(3+x);}|true",
        "int f(int x){return -(-12-4*x);}|true",
        "int f(int x){return x+3*4;}|false",
        "int g(int x){return (x+3)*4;}|false",
        "int f(int x){return y*4+12;}|false",
        "(x+3)*4|false"
      })
  void codeIsComparedByWhatItComputes(String answer, boolean right) {
    var reference = new Reference.Code("int f(int x){return (x+3)*4;}");
    assertThat(Grader.grade(reference, "", answer).right()).isEqualTo(right);
  }
}
