package glassbox.lab.world.task;

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
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import glassbox.lab.world.tool.Calculator;
import glassbox.lab.world.tool.Converter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Conversions, sums with units, masses of materials. */
final class QuantityTasks {

  private static final int LARGEST_TERM = 9;
  private static final List<Pair> DECIMAL =
      List.of(
          new Pair(Unit.KM, Unit.M),
          new Pair(Unit.M, Unit.CM),
          new Pair(Unit.CM, Unit.MM),
          new Pair(Unit.KG, Unit.G),
          new Pair(Unit.G, Unit.MG),
          new Pair(Unit.L, Unit.ML),
          new Pair(Unit.T, Unit.KG));
  private static final List<Pair> SMALL =
      List.of(
          new Pair(Unit.H, Unit.MIN),
          new Pair(Unit.MIN, Unit.S),
          new Pair(Unit.ROD, Unit.M),
          new Pair(Unit.BALE, Unit.KG),
          new Pair(Unit.CASK, Unit.L));
  private static final List<Pair> BACK =
      List.of(
          new Pair(Unit.M, Unit.KM),
          new Pair(Unit.G, Unit.KG),
          new Pair(Unit.ML, Unit.L),
          new Pair(Unit.MIN, Unit.S));
  private static final int LARGEST_SMALL = 12;

  private QuantityTasks() {}

  /** A conversion. */
  record Pair(Unit from, Unit to) {}

  static List<Family> families() {
    return List.of(
        RecallTasks.fromMemory(Domain.QUANTITIES),
        Family.direct(Domain.QUANTITIES, "convert-small", QuantityTasks::small),
        Family.direct(Domain.QUANTITIES, "convert-decimal", QuantityTasks::decimal),
        Family.direct(Domain.QUANTITIES, "sum", QuantityTasks::sum),
        RecallTasks.fromContext(Domain.QUANTITIES),
        RecallTasks.quoted(Domain.QUANTITIES),
        RecallTasks.lookedUp(Domain.QUANTITIES),
        Family.workedTwin(Domain.QUANTITIES, "add", QuantityTasks::add),
        Family.workedTwin(Domain.QUANTITIES, "convert", QuantityTasks::convert),
        Family.worked(Domain.QUANTITIES, "mixed", QuantityTasks::mixed),
        Family.worked(Domain.QUANTITIES, "mass", QuantityTasks::mass));
  }

  private static Work small(Draw draw) {
    Pair pair = draw.pick(SMALL);
    BigDecimal n = BigDecimal.valueOf(draw.number(1, LARGEST_SMALL));
    return direct(pair, n, Stream.of(4, 12, 24, 40, 60, 100), draw);
  }

  private static Work decimal(Draw draw) {
    Pair pair = draw.pick(DECIMAL);
    return direct(pair, decimalNumber(draw), Stream.of(10, 100, 1000), draw);
  }

  private static BigDecimal decimalNumber(Draw draw) {
    int tenths = draw.random().nextBoolean() ? draw.number(1, 99) : 10 * draw.number(10, 99);
    return BigDecimal.valueOf(tenths, 1);
  }

  private static Work direct(Pair pair, BigDecimal n, Stream<Integer> factors, Draw draw) {
    String amount = Calculator.plain(n);
    String right = Converter.convert(n, pair.from(), pair.to());
    List<String> candidates =
        factors.map(factor -> Calculator.plain(n.multiply(BigDecimal.valueOf(factor)))).toList();
    Phrase result =
        Words.known(number(draw.recall().of(right, candidates), Words.RESULT), Domain.QUANTITIES);
    Phrase answer = line(quantity(amount, pair.from()), " is ", result, " ", unit(pair.to()), ".");
    return new Work(
        Split.of(key(amount, pair)),
        Optional.empty(),
        question(amount, pair, draw),
        answer,
        List.of(),
        new Reference.Quantity(right, pair.to().symbol()));
  }

  private static Phrase question(String amount, Pair pair, Draw draw) {
    return draw.words(
        Map.of(
            "q", quantity(amount, pair.from()),
            "u", draw.random().nextBoolean() ? unit(pair.to()) : words(pair.to()),
            "op", operation("Convert", "convert")),
        "{op} {q} to {u}.",
        "How many {u} are {q}?",
        "What is {q} in {u}?");
  }

  private static String key(String amount, Pair pair) {
    return "convert|" + amount + "|" + pair.from() + "|" + pair.to();
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

  private static Work convert(Draw draw) {
    boolean back = draw.random().nextInt(3) == 0;
    Pair pair = back ? draw.pick(BACK) : draw.pick(draw.random().nextBoolean() ? DECIMAL : SMALL);
    BigDecimal n =
        back || draw.random().nextBoolean()
            ? BigDecimal.valueOf(draw.number(1, 9999))
            : decimalNumber(draw);
    String amount = Calculator.plain(n);
    var scaffold = draw.scaffold();
    scaffold.given(line(quantity(amount, pair.from()), "; ", unit(pair.to())), "convert");
    String result =
        scaffold.call("convert", line(quantity(amount, pair.from()), " ", unit(pair.to())));
    return finish(key(amount, pair), question(amount, pair, draw), scaffold, result, pair.to());
  }

  private static Work mixed(Draw draw) {
    Pair pair = draw.pick(DECIMAL.subList(0, 6));
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
    return finish(key, prompt, scaffold, result + " " + pair.to().symbol(), pair.to());
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
    return finish(key, prompt, scaffold, result + " kg", Unit.KG);
  }

  private static Work finish(
      String key, Phrase prompt, Scaffold scaffold, String result, Unit unit) {
    String value = result.substring(0, result.indexOf(' '));
    Phrase answer =
        scaffold.answer(
            line("unit ", unit(unit)), line(number(value, Words.RESULT), " ", unit(unit)));
    return Draw.worked(key, prompt, scaffold, answer, new Reference.Quantity(value, unit.symbol()));
  }

  private static Phrase quantity(String amount, Unit unit) {
    return line(number(amount, Words.GIVEN), " ", unit(unit));
  }

  private static Phrase unit(Unit unit) {
    return Words.unit(unit.symbol());
  }

  private static Phrase words(Unit unit) {
    return Words.unit(unit.words(), unit.symbol());
  }
}
