package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Unit;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import glassbox.lab.world.tool.Calculator;
import glassbox.lab.world.tool.Converter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Amounts in another unit. Metric units and times are common knowledge; the world's old units are
 * the specialist's. Of units that are no power of ten apart a table of small amounts is learned by
 * heart, so these are held out by wording, as facts are; all other conversions by amount.
 */
final class Conversions {

  /** Larger units and the next smaller ones. */
  static final List<Pair> METRIC =
      List.of(
          new Pair(Unit.KM, Unit.M),
          new Pair(Unit.M, Unit.CM),
          new Pair(Unit.CM, Unit.MM),
          new Pair(Unit.KG, Unit.G),
          new Pair(Unit.G, Unit.MG),
          new Pair(Unit.L, Unit.ML),
          new Pair(Unit.T, Unit.KG));

  private static final List<Pair> TIMES =
      List.of(new Pair(Unit.H, Unit.MIN), new Pair(Unit.MIN, Unit.S));
  private static final List<Pair> OLD =
      List.of(
          new Pair(Unit.ROD, Unit.M), new Pair(Unit.BALE, Unit.KG), new Pair(Unit.CASK, Unit.L));
  private static final List<Pair> TABLES = Stream.of(TIMES, OLD).flatMap(List::stream).toList();
  private static final List<Pair> BACK =
      List.of(
          new Pair(Unit.M, Unit.KM),
          new Pair(Unit.G, Unit.KG),
          new Pair(Unit.ML, Unit.L),
          new Pair(Unit.MIN, Unit.S));
  private static final int LARGEST_OF_TABLE = 12;

  private static final List<String> ASKED =
      List.of("{op} {q} to {u}.", "How many {u} are {q}?", "What is {q} in {u}?");

  private Conversions() {}

  /** Two units of one dimension. */
  record Pair(Unit from, Unit to) {}

  /** One that everyone knows. */
  static Work common(Draw draw) {
    boolean metric = draw.random().nextInt(4) > 0;
    Pair pair = draw.pick(metric ? METRIC : TIMES);
    var asked = new Asked(pair, metric ? metric(draw) : ofTable(draw), wording(draw));
    return asked.fromMemory(Words.known(number(asked.right(), Words.RESULT), Domain.GENERAL));
  }

  /** One of an old unit. */
  static Work old(Draw draw) {
    var asked = new Asked(draw.pick(OLD), ofTable(draw), wording(draw));
    List<String> candidates =
        Stream.of(4, 12, 24, 40, 60, 100)
            .map(factor -> Calculator.plain(asked.n().multiply(BigDecimal.valueOf(factor))))
            .toList();
    String remembered = draw.recall().of(asked.right(), candidates);
    return asked.fromMemory(Words.known(number(remembered, Words.RESULT), Domain.QUANTITIES));
  }

  /** One by the converter. */
  static Work worked(Draw draw) {
    boolean back = draw.random().nextInt(3) == 0;
    Pair pair = back ? draw.pick(BACK) : draw.pick(draw.random().nextBoolean() ? METRIC : TABLES);
    BigDecimal n =
        back || draw.random().nextBoolean()
            ? BigDecimal.valueOf(draw.number(1, 9999))
            : metric(draw);
    var asked = new Asked(pair, n, wording(draw));
    return asked.worked(draw.scaffold());
  }

  /** An amount with its unit, as given. */
  static Phrase quantity(String amount, Unit unit) {
    return line(number(amount, Words.GIVEN), " ", Words.unit(unit.symbol()));
  }

  /** A worked task whose answer is {@code value} in {@code unit}. */
  static Work answered(Split split, Phrase prompt, Scaffold scaffold, String value, Unit unit) {
    Phrase of = Words.unit(unit.symbol());
    Phrase answer = scaffold.answer(line("unit ", of), line(number(value, Words.RESULT), " ", of));
    return Draw.worked(
        split, prompt, scaffold, answer, new Reference.Quantity(value, unit.symbol()));
  }

  private static BigDecimal metric(Draw draw) {
    int tenths = draw.random().nextBoolean() ? draw.number(1, 99) : 10 * draw.number(10, 99);
    return BigDecimal.valueOf(tenths, 1);
  }

  private static BigDecimal ofTable(Draw draw) {
    return BigDecimal.valueOf(draw.number(1, LARGEST_OF_TABLE));
  }

  private static int wording(Draw draw) {
    return draw.random().nextInt(2 * ASKED.size());
  }

  /**
   * What is asked.
   *
   * @param n amount
   * @param wording of so many as there are sentences, with the unit's symbol or its name
   */
  private record Asked(Pair pair, BigDecimal n, int wording) {

    String amount() {
      return Calculator.plain(n);
    }

    String right() {
      return Converter.convert(n, pair.from(), pair.to());
    }

    Phrase question() {
      String symbol = pair.to().symbol();
      Phrase to =
          wording < ASKED.size() ? Words.unit(symbol) : Words.unit(pair.to().words(), symbol);
      return Phrase.fill(
          ASKED.get(wording % ASKED.size()),
          Map.of("q", given(), "u", to, "op", operation("Convert", "convert")));
    }

    Phrase given() {
      return quantity(amount(), pair.from());
    }

    Split split() {
      String key = "convert|" + amount() + "|" + pair.from() + "|" + pair.to();
      boolean ofTable =
          TABLES.contains(pair)
              && n.stripTrailingZeros().scale() <= 0
              && n.compareTo(BigDecimal.valueOf(LARGEST_OF_TABLE)) <= 0;
      return ofTable ? Split.ofPhrasing(key, wording, 2 * ASKED.size()) : Split.of(key);
    }

    Work fromMemory(Phrase result) {
      Phrase answer = line(given(), " is ", result, " ", Words.unit(pair.to().symbol()), ".");
      return new Work(
          split(),
          Optional.empty(),
          question(),
          answer,
          List.of(),
          new Reference.Quantity(right(), pair.to().symbol()));
    }

    Work worked(Scaffold scaffold) {
      Phrase to = Words.unit(pair.to().symbol());
      scaffold.given(line(given(), "; ", to), "convert");
      String result = scaffold.call("convert", line(given(), " ", to));
      String value = result.substring(0, result.indexOf(' '));
      return answered(split(), question(), scaffold, value, pair.to());
    }
  }
}
