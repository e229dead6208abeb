package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.facts.Period;
import glassbox.lab.world.facts.Unit;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.FactText;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions that name their tool. */
final class ToolTasks {

  private ToolTasks() {}

  static List<Family> families() {
    return List.of(
        Family.worked(Domain.TOOLS, "calculator", ToolTasks::calculator),
        Family.worked(Domain.TOOLS, "convert", ToolTasks::convert),
        Family.worked(Domain.TOOLS, "count", ToolTasks::count),
        Family.workedTwin(Domain.TOOLS, "quote", ToolTasks::quote));
  }

  private static Work calculator(Draw draw) {
    Phrase sum = expression(draw);
    Phrase prompt =
        draw.words(
            Map.of("x", sum, "op", Words.tool("calculator")),
            "Work out {x} with the {op}.",
            "Use the {op} for {x}.",
            "Calculate {x}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(sum, "calculator");
    String result = scaffold.call("calculator", sum);
    Phrase answer = scaffold.answer(Words.plain("number"), number(result, Words.RESULT));
    return Draw.worked(
        "calculate|" + sum.text(), prompt, scaffold, answer, new Reference.Quantity(result, ""));
  }

  private static Phrase expression(Draw draw) {
    Phrase a = number(draw.number(2, 99));
    Phrase b = number(draw.number(2, 99));
    Phrase c = number(draw.number(2, 99));
    Phrase plus = draw.random().nextBoolean() ? operation("+", "add") : operation("-", "subtract");
    Phrase times = operation("*", "multiply");
    return switch (draw.random().nextInt(3)) {
      case 0 -> line(a, times, b, plus, c);
      case 1 -> line("(", a, plus, b, ")", times, c);
      default -> line(a, times, b);
    };
  }

  private static Work convert(Draw draw) {
    Unit from = draw.pick(Arrays.asList(Unit.values()));
    List<Unit> smaller =
        Arrays.stream(Unit.values())
            .filter(unit -> unit.dimension() == from.dimension() && unit != from)
            .filter(unit -> unit.factor().compareTo(from.factor()) < 0)
            .toList();
    if (smaller.isEmpty()) {
      return convert(draw);
    }
    Phrase to = Words.unit(draw.pick(smaller).symbol());
    String amount = Integer.toString(draw.number(2, 999));
    Phrase quantity = line(number(amount, Words.GIVEN), " ", Words.unit(from.symbol()));
    Phrase prompt =
        draw.words(
            Map.of("q", quantity, "u", to, "op", Words.tool("converter")),
            "Use the {op}: {q} in {u}.",
            "With the {op}, what is {q} in {u}?",
            "Turn {q} into {u} with the {op}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(quantity, "; ", to), "convert");
    String result = scaffold.call("convert", line(quantity, " ", to));
    String value = result.substring(0, result.indexOf(' '));
    Phrase answer = scaffold.answer(line("unit ", to), line(number(value, Words.RESULT), " ", to));
    return Draw.worked(
        "convert-tool|" + amount + "|" + from + "|" + to.text(),
        prompt,
        scaffold,
        answer,
        new Reference.Quantity(value, to.text()));
  }

  private static Work count(Draw draw) {
    Attribute item = draw.pick(List.of(Attribute.REVENUE, Attribute.COSTS, Attribute.PROFIT));
    int year = draw.pick(List.of(Period.PAST, Period.PRESENT));
    int quarter = draw.number(1, 4);
    int limit = draw.number(10, 89);
    Phrase name = Words.attribute(item.words(), item);
    Phrase when = line(Words.time("Q" + quarter), " ", Words.year(year));
    Phrase prompt =
        draw.words(
            Map.of("a", name, "t", when, "n", number(limit), "op", Words.tool("sql")),
            "Use {op}: how many companies had {a} above {n} in {t}?",
            "Count with {op} the companies with {a} above {n} in {t}.",
            "With {op}, how many had {a} above {n} in {t}?");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(name, " ", number(limit), " ", when), "sql");
    String result =
        scaffold.call(
            "sql",
            line(
                "select ",
                operation("count", "count"),
                "(*) from figures where year=",
                Words.year(year),
                " and quarter=",
                Words.time(Integer.toString(quarter)),
                " and ",
                name,
                operation(">", "compare"),
                number(limit)));
    Phrase answer = scaffold.answer(Words.plain("one row"), number(result, Words.RESULT));
    return Draw.worked(
        "count|" + item + "|" + year + "|" + quarter + "|" + limit,
        prompt,
        scaffold,
        answer,
        new Reference.Quantity(result, ""));
  }

  private static Work quote(Draw draw) {
    Domain domain = draw.pick(List.of(Domain.GENERAL, Domain.CLINICAL, Domain.FINANCE));
    Fact fact = draw.pick(draw.allNames().taught(domain)).guess(draw.random());
    boolean same = draw.random().nextBoolean();
    Phrase stated = FactText.statement(fact);
    Phrase claimed = same ? stated : FactText.statement(fact.guess(draw.random()));
    Phrase prompt =
        draw.words(
            Map.of("q", claimed, "op", operation("quote", "quote")),
            "Check the {op}: {q}",
            "Is this {op} in the text: {q}",
            "Look for the {op}: {q}");
    Scaffold scaffold = draw.scaffold(stated);
    scaffold.given(operation("quote", "quote"), "quote");
    String result = scaffold.call("quote", claimed);
    Phrase answer = scaffold.answer(operation("quote", "quote"), Words.plain(result));
    return new Work(
        Split.of("quote|" + claimed.text()),
        Optional.of(stated),
        prompt,
        answer,
        scaffold.used(),
        Reference.Choice.among(result, List.of("found", "not found")));
  }
}
