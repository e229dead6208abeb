package glassbox.lab.world.redo;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.label.SegmentKind;
import glassbox.lab.world.task.Instance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedoTest {

  private static final World WORLD = World.of(7, 400);
  private static final Pattern ID = Pattern.compile("(t\\d+)" + Pattern.quote(DemoTokens.DONE));
  private static final int TASKS = 60;

  private final Review review = new Review();

  private static List<Instance> tasks(Domain domain) {
    return WORLD.source().practice(domain, TASKS, 11);
  }

  /** Nothing is learned from objections to what is right. */
  @ParameterizedTest
  @EnumSource(Domain.class)
  void nobodyObjectsToTheRightAnswer(Domain domain) {
    for (Instance task : tasks(domain)) {
      String gold = task.answer().text();
      String checked = gold.substring(0, gold.indexOf(DemoTokens.ANSWER_FIELD));
      Optional<String> context = task.context().map(Phrase::text);
      Attempt attempt = Attempt.run(checked, WORLD.source().tools(), context);
      assertThat(attempt.text()).isEqualTo(checked);
      assertThat(review.of(task, attempt).map(Review.Objection::repair))
          .as(task.prompt().text() + "\n" + checked)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void mostSlipsAreObjectedToAndPutRight(Domain domain) {
    var redo = new Redo(WORLD.facts(), WORLD.source().tools(), 5);
    int made = 0;
    for (Instance task : tasks(domain)) {
      Optional<LabelledText> text = redo.of(task, UnaryOperator.identity());
      made += text.isPresent() ? 1 : 0;
      text.ifPresent(repair -> assertRepair(task, repair));
    }
    assertThat(made).isGreaterThan(TASKS / 2);
  }

  private static void assertRepair(Instance task, LabelledText repair) {
    assertThat(repair.text(SegmentKind.PROMPT))
        .startsWith(task.prompt().text() + "\n[Fix] [")
        .contains(" failed: ");
    Phrase answer = repair.phrase(SegmentKind.ANSWER).orElseThrow();
    String text = answer.text();
    String gold = task.answer().text();
    assertThat(answer.forced().getFirst().from()).isZero();
    int kept = answer.forced().getFirst().to();
    assertThat(text.substring(kept)).as("something is left to write").contains("[Answer]");
    assertThat(calls(text.substring(kept)))
        .as("what is written is right")
        .isEqualTo(calls(gold.substring(gold.length() - sameTail(text.substring(kept), gold))));
    assertThat(text.substring(text.indexOf(DemoTokens.ANSWER_FIELD)))
        .isEqualTo(gold.substring(gold.indexOf(DemoTokens.ANSWER_FIELD)));
    Set<String> ids = new HashSet<>();
    ID.matcher(text).results().forEach(id -> assertThat(ids.add(id.group(1))).isTrue());
  }

  private static List<String> calls(String text) {
    return Pattern.compile(
            Pattern.quote(DemoTokens.CALL) + "(.*?)" + Pattern.quote(DemoTokens.RESULT),
            Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** Characters of the right answer from the same number of calls before its end. */
  private static int sameTail(String rest, String gold) {
    int calls = calls(rest).size();
    List<MatchResult> all =
        Pattern.compile(Pattern.quote(DemoTokens.CALL)).matcher(gold).results().toList();
    return calls == 0 ? 0 : gold.length() - all.get(all.size() - calls).start();
  }
}
