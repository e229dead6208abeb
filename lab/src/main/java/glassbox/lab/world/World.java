package glassbox.lab.world;

import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.redo.Redo;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import glassbox.lab.world.task.Style;
import glassbox.lab.world.task.TaskSource;
import glassbox.lab.world.text.Asides;
import glassbox.lab.world.text.Echoes;
import glassbox.lab.world.text.FactText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The demo world drawn from one seed: the same seed gives the same text, word for word. */
public final class World {

  private static final int DIRECT = 8_000;
  private static final int WORKED = 4_000;
  private static final int TOOLLESS = 500;
  private static final int PRACTICE = 8_000;
  private static final int REDONE = 3_000;
  private static final int ECHOES = 20_000;

  /** What the tokenizer is trained on. */
  private static final Set<Reading> FOR_TOKENIZER =
      EnumSet.complementOf(EnumSet.of(Reading.PRACTICE, Reading.ECHO, Reading.REDONE));

  /** Texts of each reading that the tokenizer is trained on. */
  private static final int A_READING_FOR_TOKENIZER = 400;

  private final long seed;
  private final int most;
  private final FactBook facts;
  private final TaskSource source;

  private World(long seed, int most) {
    this.seed = seed;
    this.most = most;
    this.facts = FactBook.of(seed);
    this.source = new TaskSource(facts, FactBook.ofAllNames(seed));
  }

  /** Draws a world. */
  public static World of(long seed) {
    return of(seed, Integer.MAX_VALUE);
  }

  /** Draws a world of which only the first {@code most} texts of each reading are written. */
  public static World of(long seed, int most) {
    return new World(seed, most);
  }

  /** The seed it was drawn from. */
  public long seed() {
    return seed;
  }

  /** What is so. */
  public FactBook facts() {
    return facts;
  }

  /** Tasks of this world without end. */
  public TaskSource source() {
    return source;
  }

  /** Labelled training text of one domain, in a fixed order; empty where the domain has none. */
  public List<LabelledText> reading(Domain domain, Reading reading) {
    return reading(domain, reading, most);
  }

  private List<LabelledText> reading(Domain domain, Reading reading, int most) {
    int direct = Math.min(DIRECT, most);
    int worked = Math.min(WORKED, most);
    return switch (reading) {
      case DIRECT -> texts(domain, Style.DIRECT, false, direct);
      case UNSURE -> texts(domain, Style.DIRECT, true, direct);
      case IN_CONTEXT -> texts(domain, Style.IN_CONTEXT, false, direct);
      case PROSE -> prose(domain);
      case WORKED -> texts(domain, Style.WORKED, false, worked);
      case TOOLLESS -> toolless(domain, Math.min(TOOLLESS, most));
      case PRACTICE -> practice(domain, Math.min(PRACTICE, most));
      case ECHO -> echoes(domain, Math.min(ECHOES, most));
      case REDONE -> redone(domain, Math.min(REDONE, most));
    };
  }

  private List<LabelledText> texts(Domain domain, Style style, boolean unsure, int n) {
    var asides =
        new Asides(new SplittableRandom(seed * 31 + domain.ordinal() * 7L + style.ordinal()));
    return source.draw(domain, style, Split.TRAIN, unsure, n, seed).stream()
        .map(instance -> instance.text(asides::around))
        .toList();
  }

  private List<LabelledText> prose(Domain domain) {
    return facts.taught(domain).stream()
        .map(fact -> LabelledText.prose(fact.domain(), FactText.recalled(fact)))
        .toList();
  }

  private List<LabelledText> toolless(Domain domain, int n) {
    return source.draw(domain, Style.WORKED, Split.TRAIN, false, n, ~seed).stream()
        .filter(Instance::needsTool)
        .map(Instance::withoutTools)
        .toList();
  }

  private List<LabelledText> practice(Domain domain, int n) {
    var asides = new Asides(new SplittableRandom(seed * 37 + domain.ordinal()));
    return source.practice(domain, n, seed + 1).stream()
        .map(instance -> instance.text(asides::around))
        .toList();
  }

  private List<LabelledText> echoes(Domain domain, int n) {
    var echoes = new Echoes(facts, new SplittableRandom(seed * 47));
    return Stream.generate(echoes::next).limit(domain == Domain.GENERAL ? n : 0).toList();
  }

  private List<LabelledText> redone(Domain domain, int n) {
    var asides = new Asides(new SplittableRandom(seed * 41 + domain.ordinal()));
    var redo = new Redo(facts, source.tools(), seed * 43 + domain.ordinal());
    return source.practice(domain, n, seed + 2).stream()
        .flatMap(instance -> redo.of(instance, asides::around).stream())
        .toList();
  }

  /** Every string a tokenizer should know, training text only. */
  public List<String> trainingStrings() {
    var strings = new ArrayList<String>();
    for (Domain domain : Domain.values()) {
      for (Reading reading : FOR_TOKENIZER) {
        reading(domain, reading, Math.min(most, A_READING_FOR_TOKENIZER)).stream()
            .flatMap(text -> text.segments().stream())
            .map(segment -> segment.phrase().text())
            .forEach(text -> strings.addAll(DemoTokens.between(text)));
      }
    }
    return strings;
  }
}
