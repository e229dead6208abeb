package glassbox.lab.detection;

import glassbox.engine.federation.PromptText;
import glassbox.lab.detection.Case.Drawn;
import glassbox.lab.detection.Case.Planted;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.grading.Grader;
import glassbox.lab.world.label.ConceptType;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.statement.Statement;
import glassbox.lab.world.statement.Statements;
import glassbox.lab.world.statement.Truth;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Draws cases of one world and one split.
 *
 * @param world what is so
 * @param split whose wordings and tasks
 * @param seed of what is drawn
 */
record Cases(World world, Split split, long seed) {

  /** Draws for one statement that is wanted: few attributes belong to a split. */
  private static final int DRAWS = 10;

  /** {@code n} planted statements about attributes of this split, in its wordings. */
  List<Case> statements(int n) {
    var random = new SplittableRandom(seed);
    return drawnStatements(n).stream()
        .map(
            statement ->
                new Case(
                    Group.STATEMENT,
                    statement.claimed().key(),
                    prompt(statement),
                    new Planted(
                        Wording.answer(statement.claimed(), statement.text().text(), split, random),
                        statement.truth() != Truth.TRUE)))
        .toList();
  }

  /** {@code n} questions that the context leaves open; whatever is answered has no support. */
  List<Case> unanswerable(int n) {
    return drawnStatements(Truth.values().length * n).stream()
        .filter(statement -> statement.truth() == Truth.UNSUPPORTED)
        .map(
            statement ->
                new Case(
                    Group.UNANSWERABLE,
                    statement.claimed().key(),
                    prompt(statement),
                    new Drawn(answer -> true)))
        .toList();
  }

  private List<Statement> drawnStatements(int n) {
    var statements = new Statements(world.facts());
    var own = new ArrayList<Statement>();
    for (Split part : Split.values()) {
      statements.draw(part, n * DRAWS, seed + part.ordinal()).stream()
          .filter(statement -> Wording.splitOf(statement.claimed().attribute()) == split)
          .forEach(own::add);
    }
    Collections.shuffle(own, new Random(seed));
    return own.subList(0, Math.min(n, own.size()));
  }

  private static PromptText prompt(Statement statement) {
    return new PromptText(null, statement.context().text(), statement.question().text());
  }

  /** Tasks with a context, of {@code n} a domain, answered by the models. */
  List<Case> reading(int n) {
    return tasks(n)
        .filter(task -> task.context().isPresent())
        .map(task -> drawn(Group.READING, task))
        .toList();
  }

  /** Tasks without a context that can be worked out, right and falsified, of {@code n} a domain. */
  List<Case> worked(int n) {
    return planted(Group.WORKED, tasks(n).filter(task -> open(task) && !known(task)).toList());
  }

  /** Such tasks, of {@code n} a domain, answered by the models. */
  List<Case> computed(int n) {
    return tasks(n)
        .filter(task -> open(task) && !known(task))
        .map(task -> drawn(Group.COMPUTED, task))
        .toList();
  }

  /** Tasks whose facts must be known, right and falsified, of {@code n} a domain. */
  List<Case> recalled(int n) {
    return planted(Group.RECALLED, tasks(n).filter(task -> open(task) && known(task)).toList());
  }

  /** Such tasks, of {@code n} a domain, answered by the models. */
  List<Case> remembered(Group group, int n) {
    return tasks(n)
        .filter(task -> open(task) && known(task))
        .map(task -> drawn(group, task))
        .toList();
  }

  private Stream<Instance> tasks(int n) {
    return Stream.of(Domain.values())
        .flatMap(domain -> world.source().distinct(domain, split, n, seed).stream());
  }

  private static boolean open(Instance task) {
    return task.context().isEmpty();
  }

  /** Whether its answer holds what can be read nowhere. */
  private static boolean known(Instance task) {
    return task.answer().spans().stream()
        .anyMatch(span -> span.concept().type() == ConceptType.KNOWLEDGE);
  }

  private static Case drawn(Group group, Instance task) {
    return new Case(
        group,
        task.family() + "|" + task.prompt().text(),
        prompt(task),
        new Drawn(answer -> !Grader.grade(task, answer).right()));
  }

  private List<Case> planted(Group group, List<Instance> tasks) {
    var random = new SplittableRandom(seed);
    var cases = new ArrayList<Case>();
    for (Instance task : tasks) {
      Falsified.of(task, random)
          .ifPresent(
              wrong -> {
                cases.add(planted(group, task, task.answer().text(), false));
                cases.add(planted(group, task, wrong, true));
              });
    }
    return cases;
  }

  private static Case planted(Group group, Instance task, String answer, boolean flawed) {
    return new Case(
        group,
        task.family() + "|" + task.prompt().text(),
        prompt(task),
        new Planted(answer, flawed));
  }

  private static PromptText prompt(Instance task) {
    return new PromptText(
        null, task.context().map(Phrase::text).orElse(null), task.prompt().text());
  }
}
