package glassbox.lab.world.task;

import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Recall;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.tool.Tools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What a task is drawn from.
 *
 * @param random the only source of chance
 * @param book what is so
 * @param allNames facts about every name, for contexts
 * @param tools over {@code book}
 * @param recall what is remembered of the facts
 * @param byDigits share of numbers of which few digits are as likely as many; of the rest all
 *     numbers are equally likely
 */
record Draw(
    RandomGenerator random,
    FactBook book,
    FactBook allNames,
    Tools tools,
    Recall recall,
    double byDigits) {

  /** A whole number, both ends possible. */
  int number(int from, int to) {
    if (from < 0 || byDigits == 0 || random.nextDouble() >= byDigits) {
      return between(from, to);
    }
    int digits = between(digits(from), digits(to));
    int least = digits == 1 ? 0 : (int) Math.pow(10, digits - 1);
    return between(Math.max(from, least), Math.min(to, (int) Math.pow(10, digits) - 1));
  }

  private int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** One of several wordings. */
  Phrase words(Map<String, Phrase> slots, String... patterns) {
    return Phrase.fill(patterns[random.nextInt(patterns.length)], slots);
  }

  /** Name of a thing of this world. */
  String name(EntityKind kind) {
    return pick(book.names(kind));
  }

  Scaffold scaffold() {
    return new Scaffold(tools, Optional.empty(), voice());
  }

  Scaffold scaffold(Phrase context) {
    return new Scaffold(tools, Optional.of(context.text()), voice());
  }

  /** Chance of its own, so that how a task is worded does not change what is asked next. */
  private RandomGenerator voice() {
    return new SplittableRandom(random.nextLong());
  }

  /** A computed task, worked in fields. */
  static Work worked(
      String key, Phrase prompt, Scaffold scaffold, Phrase answer, Reference reference) {
    return worked(Split.of(key), prompt, scaffold, answer, reference);
  }

  /** A task worked in fields. */
  static Work worked(
      Split split, Phrase prompt, Scaffold scaffold, Phrase answer, Reference reference) {
    return new Work(split, Optional.empty(), prompt, answer, scaffold.used(), reference);
  }
}
