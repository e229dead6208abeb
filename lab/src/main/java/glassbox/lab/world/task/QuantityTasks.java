package glassbox.lab.world.task;

import static glassbox.lab.world.task.Conversions.answered;
import static glassbox.lab.world.task.Conversions.quantity;
import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Entity;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.Unit;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Lookup;
import glassbox.lab.world.text.Words;
import java.util.List;
import java.util.Map;

/** Old units, work with the converter, sums with units, masses of materials. */
final class QuantityTasks {

  private static final int LARGEST_TERM = 9;

  private QuantityTasks() {}

  static List<Family> families() {
    return List.of(
        RecallTasks.fromMemory(Domain.QUANTITIES),
        Family.direct(Domain.QUANTITIES, "convert-old", Conversions::old),
        Family.direct(Domain.QUANTITIES, "sum", QuantityTasks::sum),
        RecallTasks.fromContext(Domain.QUANTITIES),
        RecallTasks.quoted(Domain.QUANTITIES),
        RecallTasks.lookedUp(Domain.QUANTITIES),
        Family.workedTwin(Domain.QUANTITIES, "add", QuantityTasks::add),
        Family.workedTwin(Domain.QUANTITIES, "convert", Conversions::worked),
        Family.worked(Domain.QUANTITIES, "mixed", QuantityTasks::mixed),
        Family.worked(Domain.QUANTITIES, "mass", QuantityTasks::mass));
  }

  private static Work sum(Draw draw) {
    Sum sum = Sum.draw(draw);
    String right = Integer.toString(sum.a() + sum.b());
    return GeneralTasks.computed(
        sum.key(), sum.prompt(draw), right, sum.unit().symbol(), Domain.QUANTITIES, draw);
  }

  private static Work add(Draw draw) {
    Sum sum = Sum.draw(draw);
    return GeneralTasks.added(
        sum.key(), sum.prompt(draw), sum.a(), sum.b(), sum.unit().symbol(), draw);
  }

  private record Sum(int a, int b, Unit unit) {

    static Sum draw(Draw draw) {
      int a = draw.number(1, LARGEST_TERM);
      int b = draw.number(1, LARGEST_TERM);
      return new Sum(a, b, draw.pick(List.of(Unit.KG, Unit.KM, Unit.L)));
    }

    String key() {
      return "sum|" + a + "|" + b + "|" + unit;
    }

    Phrase prompt(Draw draw) {
      return GeneralTasks.sum(
          quantity(Integer.toString(a), unit), quantity(Integer.toString(b), unit), draw);
    }
  }

  private static Work mixed(Draw draw) {
    Conversions.Pair pair = draw.pick(Conversions.METRIC.subList(0, 6));
    String large = Integer.toString(draw.number(1, 99));
    String small = Integer.toString(draw.number(1, 999));
    Phrase a = quantity(large, pair.from());
    Phrase b = quantity(small, pair.to());
    Phrase prompt =
        draw.words(
            Map.of("a", a, "b", b, "u", unit(pair.to()), "op", operation("plus", "add")),
            "{op|Add} {a} and {b} in {u}.",
            "What is {a} {op} {b} in {u}?",
            "How many {u} are {a} {op} {b}?");
    var scaffold = draw.scaffold();
    scaffold.given(line(a, "; ", b), "convert", "calculator");
    String converted = scaffold.call("convert", line(a, " ", unit(pair.to())));
    String first = converted.substring(0, converted.indexOf(' '));
    String result =
        scaffold.call(
            "calculator",
            line(number(first, Words.RESULT), operation("+", "add"), number(small, Words.GIVEN)));
    String key = "mixed|" + large + "|" + small + "|" + pair.from();
    return answered(Split.of(key), prompt, scaffold, result, pair.to());
  }

  private static Work mass(Draw draw) {
    var entity = new Entity(EntityKind.MATERIAL, draw.name(EntityKind.MATERIAL));
    String litres = Integer.toString(draw.number(2, 99));
    Phrase material = Words.entity(entity);
    Phrase amount = quantity(litres, Unit.L);
    Phrase prompt =
        draw.words(
            Map.of("q", amount, "e", material, "a", operation("mass", "mass")),
            "What is the {a} of {q} of {e}?",
            "How many kg are {q} of {e}?",
            "Give the {a} of {q} of {e}.");
    var scaffold = draw.scaffold();
    scaffold.given(line(amount, "; ", material), "sql", "calculator");
    String density = scaffold.call("sql", Lookup.of(entity, Attribute.DENSITY));
    String result =
        scaffold.call(
            "calculator",
            line(
                number(litres, Words.GIVEN),
                operation("*", "multiply"),
                number(density, Words.RESULT)));
    String key = "mass|" + litres + "|" + entity.name();
    return answered(Split.of(key), prompt, scaffold, result, Unit.KG);
  }

  private static Phrase unit(Unit unit) {
    return Words.unit(unit.symbol());
  }
}
