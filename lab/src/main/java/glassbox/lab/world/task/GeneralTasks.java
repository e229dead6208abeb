package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Entity;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What everyone knows, small sums, conversions of common units, answers that stand in the context
 * or in a table.
 */
final class GeneralTasks {

  private static final int LARGEST_TERM = 9;

  private GeneralTasks() {}

  static List<Family> families() {
    return List.of(
        RecallTasks.fromMemory(Domain.GENERAL),
        Family.direct(Domain.GENERAL, "sum", GeneralTasks::sum),
        Family.direct(Domain.GENERAL, "convert", Conversions::common),
        RecallTasks.fromContext(Domain.GENERAL),
        RecallTasks.quoted(Domain.GENERAL),
        RecallTasks.lookedUp(Domain.GENERAL),
        Family.workedTwin(Domain.GENERAL, "add", GeneralTasks::add),
        Family.worked(Domain.GENERAL, "table", GeneralTasks::table));
  }

  private static Work sum(Draw draw) {
    int a = draw.number(0, LARGEST_TERM);
    int b = draw.number(0, LARGEST_TERM);
    String right = Integer.toString(a + b);
    Phrase prompt = sum(number(a), number(b), draw);
    return computed("sum|" + a + "|" + b, prompt, right, "", Domain.GENERAL, draw);
  }

  private static Work add(Draw draw) {
    int a = draw.number(0, LARGEST_TERM);
    int b = draw.number(0, LARGEST_TERM);
    Phrase prompt = sum(number(a), number(b), draw);
    return added("sum|" + a + "|" + b, prompt, a, b, "", draw);
  }

  /** A question for the sum of two terms. */
  static Phrase sum(Phrase a, Phrase b, Draw draw) {
    return draw.words(
        Map.of("a", a, "b", b, "op", operation("plus", "add")),
        "What is {a} {op} {b}?",
        "{op|Add} {a} and {b}.",
        "How much is {a} {op} {b}?");
  }

  /** A sum worked with the calculator, its terms in one unit or none. */
  static Work added(String key, Phrase prompt, int a, int b, String unit, Draw draw) {
    Phrase of = unit.isEmpty() ? Words.plain("") : line(" ", Words.unit(unit));
    var scaffold = draw.scaffold();
    scaffold.given(line(number(a), of, "; ", number(b), of), "calculator");
    String result = scaffold.call("calculator", line(number(a), operation("+", "add"), number(b)));
    Phrase answer =
        scaffold.answer(
            unit.isEmpty() ? Words.plain("number") : line("unit", of),
            line(number(result, Words.RESULT), of));
    return Draw.worked(key, prompt, scaffold, answer, new Reference.Quantity(result, unit));
  }

  /** A small computation in the head: its result is known, not read. */
  static Work computed(
      String key, Phrase prompt, String right, String unit, Domain domain, Draw draw) {
    List<String> candidates =
        IntStream.rangeClosed(0, 2 * LARGEST_TERM).mapToObj(Integer::toString).toList();
    Phrase result = Words.known(number(draw.recall().of(right, candidates), Words.RESULT), domain);
    Phrase answer = unit.isEmpty() ? line(result, ".") : line(result, " ", Words.unit(unit), ".");
    return new Work(
        Split.of(key),
        Optional.empty(),
        prompt,
        line("It is ", answer),
        List.of(),
        new Reference.Quantity(right, unit));
  }

  private static Work table(Draw draw) {
    String company = draw.name(EntityKind.COMPANY);
    Attribute attribute = draw.pick(List.of(Attribute.TOWN, Attribute.PRODUCT));
    Phrase words = Words.attribute(attribute.words(), attribute);
    Phrase entity = Words.entity(new Entity(EntityKind.COMPANY, company));
    Phrase prompt =
        draw.words(
            Map.of("a", words, "e", entity),
            "Look up the {a} of {e} in the tables.",
            "Which {a} do the tables give for {e}?",
            "By the tables, what is the {a} of {e}?");
    var scaffold = draw.scaffold();
    scaffold.given(line(entity, " ", words), "sql");
    String result =
        scaffold.call("sql", line("select ", words, " from companies where name='", entity, "'"));
    Phrase answer = scaffold.answer(Words.plain("one row"), Words.name(result, attribute.id()));
    List<String> candidates = draw.book().find(company, attribute).orElseThrow().candidates();
    return Draw.worked(
        "table|" + company + "|" + attribute,
        prompt,
        scaffold,
        answer,
        Reference.Choice.among(result, candidates));
  }
}
