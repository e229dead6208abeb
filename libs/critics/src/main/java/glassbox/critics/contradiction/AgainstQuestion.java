package glassbox.critics.contradiction;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Material.Document;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.CheckedStatement;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.quantity.Statements;
import glassbox.critics.text.Sentence;
import glassbox.critics.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Short answers and what is said to be given, against the question itself: numbers of [Given] stand
 * in question or context; a verdict on an equation of the question is right; the value that the
 * context states of just what is asked is the answer's.
 */
final class AgainstQuestion {
  private static final Pattern JUDGES =
      Pattern.compile("(?i)\\b(?:right|correct|true|mark|check|valid|hold|holds)\\b");
  private static final Pattern DOUBTS =
      Pattern.compile("(?i)\\b(?:wrong|false|incorrect|mistakes?|errors?|not|n't)\\b");
  private static final Pattern WANTS_VERDICT =
      Pattern.compile(
          "(?i)\\bis\\b[^?]{0,80}\\b(?:right|correct|true|valid|wrong|false|incorrect)\\s*\\?"
              + "|^\\s*(?:mark|check|verify|judge)\\b");
  private static final Set<String> VERDICTS =
      Set.of(
          "right",
          "correct",
          "true",
          "valid",
          "yes",
          "holds",
          "wrong",
          "incorrect",
          "false",
          "invalid",
          "no",
          "not");
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)^(?:what (?:is|was|are|were)|(?:tell|give|show) me|give|name|state|find) (the"
              + " .{1,200}?)[.?!]*$");
  private static final Set<String> RIGHT = Set.of("right", "correct", "true", "valid");
  private static final Set<String> WRONG = Set.of("wrong", "incorrect", "false", "invalid");
  private static final int SHORT = 8;

  private AgainstQuestion() {}

  /** Gives how many checks were made. */
  static int check(Draft draft, List<Finding> findings) {
    int checks = given(draft, findings);
    List<Passage> answers =
        draft.written(Field.ANSWER).stream().filter(p -> !p.text().isBlank()).toList();
    if (answers.size() != 1 || Words.of(answers.getFirst().text()).size() > SHORT) {
      return checks;
    }
    return checks
        + verdict(draft.prompt(), answers.getFirst(), findings)
        + value(draft, answers.getFirst(), findings);
  }

  private static int given(Draft draft, List<Finding> findings) {
    List<Passage> passages = draft.stretches().isEmpty() ? List.of() : draft.written(Field.GIVEN);
    if (passages.isEmpty()) {
      return 0;
    }
    Figures figures = Figures.in(draft.prompt(), draft.context().orElse(""));
    draft.material().documents().stream().map(Document::text).forEach(figures::add);
    int checks = 0;
    for (Passage passage : passages) {
      for (String number : Figures.written(passage.text())) {
        checks++;
        if (!figures.holdWritten(number)) {
          findings.add(Finding.in(passage, number + " was not given"));
        }
      }
    }
    return checks;
  }

  private static int verdict(String prompt, Passage answer, List<Finding> findings) {
    List<CheckedStatement> stated = Statements.check(prompt);
    String first = Words.of(answer.text()).stream().findFirst().orElse("");
    boolean judged = JUDGES.matcher(prompt).find();
    boolean doubted = DOUBTS.matcher(prompt).find();
    boolean right = RIGHT.contains(first) || (first.equals("yes") && !doubted);
    boolean wrong = WRONG.contains(first) || (first.equals("no") && !doubted);
    if (stated.size() != 1 || !(judged || doubted)) {
      return 0;
    }
    if (!right && !wrong) {
      return unsaid(prompt, answer, findings);
    }
    boolean holds = stated.getFirst().problem().isEmpty();
    if (holds == wrong) {
      String why = holds ? "what the question states holds" : "what the question states is wrong";
      findings.add(Finding.in(answer, why));
    }
    return 1;
  }

  /** Whoever asks whether an equation is right is told so. */
  private static int unsaid(String prompt, Passage answer, List<Finding> findings) {
    if (!WANTS_VERDICT.matcher(prompt).find()) {
      return 0;
    }
    if (Words.of(answer.text()).stream().noneMatch(VERDICTS::contains)) {
      findings.add(Finding.in(answer, "it does not say whether what the question states is right"));
    }
    return 1;
  }

  /** {@code What is the dose of X?} against {@code The dose of X is 4 mg.} of the context. */
  private static int value(Draft draft, Passage answer, List<Finding> findings) {
    Optional<Set<String>> subject = asked(draft.prompt());
    List<StatedQuantity> said = Quantities.in(answer.text());
    if (subject.isEmpty() || said.isEmpty() || draft.context().isEmpty()) {
      return 0;
    }
    List<List<StatedQuantity>> stated =
        Sentence.split(draft.context().get()).stream()
            .filter(sentence -> !sentence.question())
            .map(sentence -> Proposition.of(sentence.text()))
            .filter(p -> p.asserted() && p.limit() == Proposition.Limit.EXACT && !p.denies())
            .filter(p -> p.verb().filter("be"::equals).isPresent())
            .filter(p -> new HashSet<>(p.subject()).equals(subject.get()))
            .map(Proposition::quantities)
            .filter(quantities -> quantities.size() == 1)
            .toList();
    if (stated.size() != 1) {
      return 0;
    }
    StatedQuantity right = stated.getFirst().getFirst();
    boolean same =
        said.stream()
            .anyMatch(
                quantity ->
                    quantity.agrees(right)
                        || quantity.sameUnit(right) && quantity.value() == right.value());
    if (!same) {
      findings.add(Finding.in(answer, "the context states another value of what is asked"));
    }
    return 1;
  }

  private static Optional<Set<String>> asked(String prompt) {
    Matcher asks = ASKS.matcher(prompt.strip());
    if (!asks.find()) {
      return Optional.empty();
    }
    Set<String> words = new HashSet<>(Proposition.of(asks.group(1)).words());
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
