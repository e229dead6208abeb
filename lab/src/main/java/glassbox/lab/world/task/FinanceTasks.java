package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Entity;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.Period;
import glassbox.lab.world.facts.Value;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.FactText;
import glassbox.lab.world.text.Lookup;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import java.util.List;
import java.util.Map;

/** Figures from memory and from the tables, growth, margins. */
final class FinanceTasks {

  private static final List<Attribute> ITEMS =
      List.of(Attribute.REVENUE, Attribute.COSTS, Attribute.PROFIT);
  private static final List<Integer> ROUND = List.of(20, 25, 40, 50, 80, 100, 125, 200);
  private static final int LAST_QUARTER = 4;

  private FinanceTasks() {}

  static List<Family> families() {
    return List.of(
        RecallTasks.fromMemory(Domain.FINANCE),
        RecallTasks.fromContext(Domain.FINANCE),
        RecallTasks.quoted(Domain.FINANCE),
        RecallTasks.lookedUp(Domain.FINANCE),
        Family.worked(Domain.FINANCE, "figure", FinanceTasks::figure),
        Family.worked(Domain.FINANCE, "year", FinanceTasks::year),
        Family.worked(Domain.FINANCE, "together", FinanceTasks::together),
        Family.worked(Domain.FINANCE, "growth", FinanceTasks::growth),
        Family.worked(Domain.FINANCE, "margin", FinanceTasks::margin),
        Family.worked(Domain.FINANCE, "profit", FinanceTasks::profit));
  }

  private static Work figure(Draw draw) {
    String company = draw.name(EntityKind.COMPANY);
    Attribute item = draw.pick(ITEMS);
    var period =
        new Period(draw.pick(List.of(Period.PAST, Period.PRESENT)), draw.number(1, LAST_QUARTER));
    Phrase when = line(Words.time("Q" + period.quarter()), " ", Words.year(period.year()));
    Phrase prompt =
        draw.words(
            slots(company, item, when),
            "Look up the {a} of {e} in {t}.",
            "By the tables, what was the {a} of {e} in {t}?",
            "Which {a} do the tables give for {e} in {t}?");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(entity(company), " ", attribute(item), " ", when), "sql");
    Phrase query =
        line(
            Lookup.figures(attribute(item), "unit", company(company), period.year()),
            " and quarter=",
            Words.time(Integer.toString(period.quarter())));
    String key = "figure|" + company + "|" + item + "|" + period;
    return fromTable(key, prompt, query, scaffold);
  }

  private static Work year(Draw draw) {
    String company = draw.name(EntityKind.COMPANY);
    Attribute item = draw.pick(ITEMS);
    int year = draw.pick(List.of(Period.PAST, Period.PRESENT));
    Phrase prompt =
        draw.words(
            slots(company, item, Words.year(year)),
            "Add up the {a} of {e} in {t}.",
            "What was the whole {a} of {e} in {t}?",
            "Give the {a} of {e} for all of {t}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(entity(company), " ", attribute(item), " ", Words.year(year)), "sql");
    Phrase query = Lookup.figures(sum(item), "max(unit)", company(company), year);
    String key = "year|" + company + "|" + item + "|" + year;
    return fromTable(key, prompt, query, scaffold);
  }

  /** The answer is what the row says: a figure and its unit. */
  private static Work fromTable(String key, Phrase prompt, Phrase query, Scaffold scaffold) {
    String row = scaffold.call("sql", query);
    int blank = row.indexOf(' ');
    String figure = row.substring(0, blank);
    String unit = row.substring(blank + 1);
    Phrase answer =
        scaffold.answer(
            Words.plain("one row"),
            line(number(figure, Words.RESULT), " ", FactText.unit(new Value(figure, unit))));
    return Draw.worked(key, prompt, scaffold, answer, new Reference.Quantity(figure, unit));
  }

  private static Work together(Draw draw) {
    String company = draw.name(EntityKind.COMPANY);
    Attribute item = draw.pick(List.of(Attribute.REVENUE, Attribute.PROFIT));
    int first = draw.number(1, LAST_QUARTER - 1);
    int second = draw.number(first + 1, LAST_QUARTER);
    var a = new Period(Period.PRESENT, first);
    var b = new Period(Period.PRESENT, second);
    Phrase prompt =
        draw.words(
            slots(company, item, line(Words.quarter(a), " and ", Words.quarter(b))),
            "What was the {a} of {e} in {t} together?",
            "Add the {a} of {e} in {t}.",
            "How much {a} had {e} in {t} together?");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(
        line(entity(company), " ", attribute(item), " ", Words.quarter(a), " ", Words.quarter(b)),
        "sql");
    Phrase query =
        line(
            Lookup.figures(sum(item), "max(unit)", company(company), Period.PRESENT),
            " and quarter in (",
            Words.time(Integer.toString(first)),
            ",",
            Words.time(Integer.toString(second)),
            ")");
    String key = "together|" + company + "|" + item + "|" + first + "|" + second;
    return fromTable(key, prompt, query, scaffold);
  }

  private static Phrase sum(Attribute item) {
    return line(operation("sum", "add"), "(", attribute(item), ")");
  }

  private static Work growth(Draw draw) {
    int before = draw.pick(ROUND);
    int after = draw.number(before + 1, 2 * before);
    Attribute item = draw.pick(ITEMS);
    Phrase prompt =
        draw.words(
            Map.of(
                "a", attribute(item),
                "x", number(before),
                "y", number(after),
                "op", operation("rose", "growth")),
            "The {a} {op} from {x} to {y}. By how many percent?",
            "By how many percent is a {a} of {y} above {x}?",
            "Give the {op|growth} of {a} from {x} to {y} in percent.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(number(before), "; ", number(after)), "calculator");
    Phrase sum =
        line(
            "(",
            number(after),
            operation("-", "subtract"),
            number(before),
            ")",
            operation("/", "divide"),
            number(before),
            operation("*", "multiply"),
            "100");
    String key = "growth|" + before + "|" + after;
    return percent(key, prompt, scaffold, sum);
  }

  private static Work margin(Draw draw) {
    int revenue = draw.pick(ROUND);
    int profit = draw.number(1, revenue - 1);
    Phrase prompt =
        draw.words(
            Map.of(
                "r", Words.attribute("revenue", Attribute.REVENUE),
                "p", Words.attribute("profit", Attribute.PROFIT),
                "x", number(revenue),
                "y", number(profit),
                "op", operation("margin", "margin")),
            "The {r} was {x} and the {p} {y}. What is the {op} in percent?",
            "Give the {op} in percent of a {p} of {y} on a {r} of {x}.",
            "How many percent of the {r} of {x} is a {p} of {y}?");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(number(revenue), "; ", number(profit)), "calculator");
    Phrase sum =
        line(
            number(profit),
            operation("/", "divide"),
            number(revenue),
            operation("*", "multiply"),
            "100");
    return percent("margin|" + revenue + "|" + profit, prompt, scaffold, sum);
  }

  private static Work percent(String key, Phrase prompt, Scaffold scaffold, Phrase sum) {
    String result = scaffold.call("calculator", sum);
    Phrase answer =
        scaffold.answer(
            line("unit ", Words.unit("percent")),
            line(number(result, Words.RESULT), " ", Words.unit("percent")));
    return Draw.worked(key, prompt, scaffold, answer, new Reference.Quantity(result, "percent"));
  }

  private static Work profit(Draw draw) {
    int revenue = draw.number(21, 999);
    int costs = draw.number(11, revenue - 1);
    String currency = draw.pick(List.of("crowns", "florins", "talers"));
    Phrase unit = line("million ", Words.unit(currency));
    Phrase prompt =
        draw.words(
            Map.of(
                "r", Words.attribute("revenue", Attribute.REVENUE),
                "c", Words.attribute("costs", Attribute.COSTS),
                "p", Words.attribute("profit", Attribute.PROFIT),
                "x", number(revenue),
                "y", number(costs),
                "u", unit),
            "The {r} was {x} and the {c} were {y} {u}. What was the {p}?",
            "What {p} leaves a {r} of {x} with {c} of {y} {u}?",
            "Give the {p} for a {r} of {x} and {c} of {y} {u}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(number(revenue), "; ", number(costs), " ", unit), "calculator");
    String result =
        scaffold.call(
            "calculator", line(number(revenue), operation("-", "subtract"), number(costs)));
    Phrase answer =
        scaffold.answer(Words.plain("million"), line(number(result, Words.RESULT), " ", unit));
    return Draw.worked(
        "profit|" + revenue + "|" + costs,
        prompt,
        scaffold,
        answer,
        new Reference.Quantity(result, "million " + currency));
  }

  private static Map<String, Phrase> slots(String company, Attribute item, Phrase when) {
    return Map.of("e", entity(company), "a", attribute(item), "t", when);
  }

  private static Phrase entity(String company) {
    return Words.entity(company(company));
  }

  private static Entity company(String name) {
    return new Entity(EntityKind.COMPANY, name);
  }

  private static Phrase attribute(Attribute item) {
    return Words.attribute(item.words(), item);
  }
}
