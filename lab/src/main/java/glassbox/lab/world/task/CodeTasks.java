package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import java.util.List;
import java.util.Map;

/** Small methods: known by name, to be run, to be written. */
final class CodeTasks {

  private static final int PROBE = 2;

  private CodeTasks() {}

  static List<Family> families() {
    return List.of(
        RecallTasks.fromMemory(Domain.CODE),
        RecallTasks.lookedUp(Domain.CODE),
        Family.worked(Domain.CODE, "run", CodeTasks::run),
        Family.worked(Domain.CODE, "write", CodeTasks::write));
  }

  private record Method(Phrase body, Phrase words) {

    static Method draw(Draw draw) {
      Phrase a = number(draw.number(2, 9));
      Phrase b = number(draw.number(2, 99));
      boolean plus = draw.random().nextBoolean();
      Phrase sign = plus ? operation("+", "add") : operation("-", "subtract");
      Phrase add = plus ? operation("adds", "add") : operation("subtracts", "subtract");
      Phrase times = operation("*", "multiply");
      Phrase multiply = operation("multiplies by", "multiply");
      return switch (draw.random().nextInt(3)) {
        case 0 ->
            new Method(line("x", times, a, sign, b), line(multiply, " ", a, " and ", add, " ", b));
        case 1 ->
            new Method(
                line("(x", sign, b, ")", times, a), line(add, " ", b, " and ", multiply, " ", a));
        default -> new Method(line("x", sign, b), line(add, " ", b));
      };
    }

    Phrase source() {
      return line("int f(int x){return ", body, ";}");
    }
  }

  private static Work run(Draw draw) {
    Method method = Method.draw(draw);
    int argument = draw.number(2, 99);
    Phrase prompt =
        draw.words(
            Map.of("m", method.source(), "n", number(argument)),
            "What does {m} give for {n}?",
            "Run {m} with {n}.",
            "Find f({n}) for {m}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(method.body(), "; ", number(argument)), "java");
    String result = scaffold.call("java", call(method, argument));
    Phrase answer = scaffold.answer(Words.plain("number"), number(result, Words.RESULT));
    return Draw.worked(
        "run|" + method.body().text() + "|" + argument,
        prompt,
        scaffold,
        answer,
        new Reference.Quantity(result, ""));
  }

  private static Work write(Draw draw) {
    Method method = Method.draw(draw);
    Phrase prompt =
        draw.words(
            Map.of("w", method.words(), "op", operation("Write", "write")),
            "{op} a method f that {w}.",
            "{op} f in Java: it {w}.",
            "Give the code of an f that {w}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(method.words(), "java");
    String result = scaffold.call("java", call(method, PROBE));
    Phrase answer =
        scaffold.answer(line("f(" + PROBE + ") = ", number(result, Words.RESULT)), method.source());
    return Draw.worked(
        "write|" + method.body().text(),
        prompt,
        scaffold,
        answer,
        new Reference.Code(method.source().text()));
  }

  private static Phrase call(Method method, int argument) {
    return line(method.source(), " f(", number(argument), ")");
  }
}
