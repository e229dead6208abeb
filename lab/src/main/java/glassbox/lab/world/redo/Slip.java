package glassbox.lab.world.redo;

import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.facts.Unit;
import glassbox.lab.world.label.ConceptType;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.label.Span;
import glassbox.lab.world.label.Stretch;
import glassbox.lab.world.task.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts something else for one argument of an answer, as somebody does who copies badly. */
final class Slip {

  private static final double IN_GIVEN = 0.6;
  private static final Set<ConceptType> SLIPPERY =
      EnumSet.of(
          ConceptType.NUMBER,
          ConceptType.TIME,
          ConceptType.UNIT,
          ConceptType.ENTITY,
          ConceptType.ATTRIBUTE,
          ConceptType.OPERATION);
  private static final List<String> SIGNS = List.of("+", "-", "*", "/");

  private final FactBook book;
  private final RandomGenerator random;

  Slip(FactBook book, RandomGenerator random) {
    this.book = book;
    this.random = random;
  }

  /**
   * The answer's fields up to and with [Trace], with a slip in [Compute] or [Checks]; none where
   * none fits.
   */
  Optional<String> in(Instance task) {
    Phrase answer = task.answer();
    String text = answer.text();
    int compute = text.indexOf(DemoTokens.COMPUTE);
    int checks = text.indexOf(DemoTokens.CHECKS);
    int trace = text.indexOf(DemoTokens.TRACE);
    int end = text.indexOf(DemoTokens.ANSWER_FIELD);
    if (compute < 0 || checks < compute || trace < checks || end < trace) {
      return Optional.empty();
    }
    List<Span> arguments = arguments(answer, compute, trace);
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    Span span = pick(arguments);
    String said = text.substring(span.from(), span.to());
    String outline = text.substring(0, compute);
    return other(span, said, task)
        .filter(other -> !other.equals(said))
        .map(
            other ->
                (span.to() <= checks ? given(outline, said, other) : outline)
                    + text.substring(compute, span.from())
                    + other
                    + text.substring(span.to(), end));
  }

  /** What the writer of an answer puts in between two places and might have put otherwise. */
  private static List<Span> arguments(Phrase answer, int from, int to) {
    return answer.spans().stream()
        .filter(span -> span.from() > from && span.to() <= to)
        .filter(span -> answer.forced().stream().noneMatch(given -> within(span, given)))
        .filter(span -> SLIPPERY.contains(span.concept().type()))
        .toList();
  }

  private static boolean within(Span span, Stretch given) {
    return span.from() < given.to() && given.from() < span.to();
  }

  /** Who slips where something is given first slips on with it. */
  private String given(String outline, String said, String other) {
    return random.nextDouble() < IN_GIVEN
        ? outline.replaceAll(
            "(?<![\\w.])" + Pattern.quote(said) + "(?![\\w.])", Matcher.quoteReplacement(other))
        : outline;
  }

  private Optional<String> other(Span span, String said, Instance task) {
    return switch (span.concept().type()) {
      case NUMBER -> Optional.of(number(said, asked(task, ConceptType.NUMBER)));
      case TIME -> Optional.of(random.nextInt(3) == 0 ? time(said, task) : digits(said));
      case UNIT -> Optional.of(unit(said, asked(task, ConceptType.UNIT)));
      case ENTITY -> entity(span.concept().name(), asked(task, ConceptType.ENTITY));
      case ATTRIBUTE -> Optional.of(attribute(said));
      case OPERATION -> operation(said);
      case FIELD, DOMAIN, KNOWLEDGE, FREE -> Optional.empty();
    };
  }

  private String time(String said, Instance task) {
    List<String> others = asked(task, ConceptType.TIME);
    return others.isEmpty() ? digits(said) : pick(others);
  }

  private String number(String said, List<String> asked) {
    return asked.isEmpty() || random.nextBoolean() ? digits(said) : pick(asked);
  }

  /** One digit more, fewer, or another. */
  private String digits(String said) {
    int at = random.nextInt(said.length());
    boolean digit = Character.isDigit(said.charAt(at));
    String before = said.substring(0, at);
    String after = said.substring(at + 1);
    String other = Integer.toString(random.nextInt(10));
    return switch (random.nextInt(4)) {
      case 0 -> before + said.charAt(at) + other + after;
      case 1 -> digit && said.length() > 1 ? before + after : said + "0";
      default -> digit ? before + other + after : said + other;
    };
  }

  private String unit(String said, List<String> asked) {
    List<String> fitting =
        Unit.of(said).stream()
            .flatMap(
                unit ->
                    Arrays.stream(Unit.values())
                        .filter(other -> other.dimension() == unit.dimension()))
            .map(Unit::symbol)
            .toList();
    List<String> all = asked.isEmpty() || random.nextBoolean() ? fitting : asked;
    return all.isEmpty() ? pick(List.of(Unit.values())).symbol() : pick(all);
  }

  private Optional<String> entity(String kind, List<String> asked) {
    List<String> names =
        Arrays.stream(EntityKind.values())
            .filter(each -> each.id().equals(kind))
            .flatMap(each -> book.names(each).stream())
            .toList();
    List<String> all = names.isEmpty() || random.nextInt(3) == 0 ? asked : names;
    return all.isEmpty() ? Optional.empty() : Optional.of(pick(all));
  }

  private Optional<String> operation(String said) {
    return switch (said) {
      case "=" -> Optional.of("not");
      case "not" -> Optional.of("=");
      default -> SIGNS.contains(said) ? Optional.of(pick(SIGNS)) : Optional.empty();
    };
  }

  private String attribute(String said) {
    Attribute other = pick(List.of(Attribute.values()));
    return said.contains("_") ? other.id() : other.words();
  }

  /** What stands in question and context of a kind. */
  private static List<String> asked(Instance task, ConceptType type) {
    var found = new ArrayList<String>();
    Stream.concat(Stream.of(task.prompt()), task.context().stream())
        .forEach(
            phrase ->
                phrase.spans().stream()
                    .filter(span -> span.concept().type() == type)
                    .map(span -> phrase.text().substring(span.from(), span.to()))
                    .forEach(found::add));
    return found;
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
