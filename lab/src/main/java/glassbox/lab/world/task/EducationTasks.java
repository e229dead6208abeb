package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import glassbox.lab.world.tool.Calculator;
import java.util.List;
import java.util.Map;

/** Definitions, a pupil's arithmetic to mark, means. */
final class EducationTasks {

  private EducationTasks() {}

  static List<Family> families() {
    return List.of(
        RecallTasks.fromMemory(Domain.EDUCATION),
        RecallTasks.lookedUp(Domain.EDUCATION),
        Family.worked(Domain.EDUCATION, "mark", EducationTasks::mark),
        Family.worked(Domain.EDUCATION, "mean", EducationTasks::mean));
  }

  private static Work mark(Draw draw) {
    int a = draw.number(12, 99);
    int b = draw.number(2, 11);
    Phrase sign =
        draw.pick(
            List.of(operation("+", "add"), operation("-", "subtract"), operation("*", "multiply")));
    Phrase sum = line(number(a), sign, number(b));
    int right = Integer.parseInt(Calculator.evaluate(sum.text()));
    boolean correct = draw.random().nextBoolean();
    int slip = draw.pick(List.of(-10, -2, -1, 1, 2, 10));
    String written = Integer.toString(correct || right + slip < 0 ? right : right + slip);
    Phrase claim = line(sum, "=", number(written, Words.GIVEN));
    Phrase prompt =
        draw.words(
            Map.of("x", claim, "op", operation("Mark", "compare")),
            "A pupil writes {x}. Is it right?",
            "{op} this: {x}.",
            "Is {x} right?");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(claim, "calculator");
    String result = scaffold.call("calculator", sum);
    Phrase difference =
        line(number(written, Words.GIVEN), operation("-", "compare"), number(result, Words.RESULT));
    boolean same = scaffold.call("calculator", difference).equals("0");
    Phrase checks =
        line(
            number(written, Words.GIVEN),
            " ",
            operation(same ? "=" : "not", "compare"),
            " ",
            number(result, Words.RESULT));
    Phrase verdict = same ? Words.plain("right") : line("wrong, ", number(result, Words.RESULT));
    Phrase answer = scaffold.answer(checks, verdict);
    return Draw.worked("mark|" + claim.text(), prompt, scaffold, answer, reference(same, result));
  }

  private static Reference reference(boolean right, String result) {
    return right
        ? new Reference.Choice("right", List.of("right", "correct"), List.of("wrong"))
        : new Reference.Choice("wrong, " + result, List.of("wrong, " + result), List.of("right"));
  }

  private static Work mean(Draw draw) {
    int a = draw.number(2, 99);
    int b = draw.number(2, 99);
    int c = draw.number(2, 96);
    int third = c + (3 - (a + b + c) % 3) % 3;
    Phrase prompt =
        draw.words(
            Map.of(
                "x", number(a),
                "y", number(b),
                "z", number(third),
                "op", operation("mean", "mean")),
            "What is the {op} of {x}, {y} and {z}?",
            "Find the {op} of {x}, {y} and {z}.",
            "Give the {op} of {x}, {y} and {z}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(number(a), "; ", number(b), "; ", number(third)), "calculator");
    Phrase plus = operation("+", "add");
    String result =
        scaffold.call(
            "calculator",
            line(
                "(",
                number(a),
                plus,
                number(b),
                plus,
                number(third),
                ")",
                operation("/", "divide"),
                "3"));
    Phrase answer = scaffold.answer(Words.plain("number"), number(result, Words.RESULT));
    return Draw.worked(
        "mean|" + a + "|" + b + "|" + third,
        prompt,
        scaffold,
        answer,
        new Reference.Quantity(result, ""));
  }
}
