package glassbox.critics.tool.argument;

import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the arguments of a call come from its sources; none is guessed. */
public final class Grounding {
  private static final Pattern CONNECTOR = Pattern.compile("to|from|via|and");
  private static final Pattern ENDS =
      Pattern.compile("(?i)\\bfrom\\s+(\\S+)\\s+to\\s+(\\S+?)[.,;:?!]*(?:\\s|$)");
  private static final double ROUNDING = 1e-9;

  private Grounding() {}

  /** What of a call's arguments stands nowhere, if anything. */
  public static Optional<String> problem(Call call, Sources sources) {
    return switch (call.tool()) {
      case "calculator" -> expression(call.input(), sources);
      case "convert" -> conversion(call.input(), sources);
      case "sql" -> Query.problem(call.input(), sources);
      case "route" -> route(call.input(), sources);
      case "java" -> Snippet.problem(call.input(), sources);
      case "quote" -> Quoting.problem(call.input(), sources);
      default -> Optional.empty();
    };
  }

  private static Optional<String> expression(String input, Sources sources) {
    Customs customs = Customs.of(sources);
    List<String> operands = Figures.written(input);
    boolean sourced = false;
    for (String operand : operands) {
      boolean held = sources.figures().holdWritten(operand);
      sourced |= held;
      if (!held && !customs.hold(operand)) {
        return nowhere(operand);
      }
    }
    return sourced || sources.figures().values().isEmpty()
        ? Mixture.problem(input, sources)
        : Optional.of("it uses no number that was given");
  }

  private static Optional<String> conversion(String input, Sources sources) {
    Optional<Conversion> read = Conversion.of(input);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Conversion conversion = read.get();
    String number = conversion.amount().replaceAll("[-−+'’_\\s]", "");
    if (Figures.written(number).stream().noneMatch(sources.figures()::holdWritten)) {
      return nowhere(conversion.amount());
    }
    for (String unit : List.of(conversion.from(), conversion.to())) {
      if (!sources.unit(unit)) {
        return Optional.of("the unit " + unit + " stands nowhere before");
      }
    }
    return pair(conversion.given(), sources);
  }

  /** The amount is given in that unit, or in none. */
  private static Optional<String> pair(String asked, Sources sources) {
    List<StatedQuantity> read = Quantities.in(asked);
    if (read.size() != 1 || read.getFirst().plain()) {
      return Optional.empty();
    }
    StatedQuantity amount = read.getFirst();
    List<StatedQuantity> same =
        sources.quantities().stream()
            .filter(q -> Math.abs(Math.abs(q.value()) - Math.abs(amount.value())) < ROUNDING)
            .toList();
    boolean fits =
        same.isEmpty()
            || sources.text().contains(asked)
            || same.stream()
                .anyMatch(q -> q.plain() || q.sameUnit(amount) || q.counts() || amount.counts());
    return fits ? Optional.empty() : Optional.of(asked + " is given in another unit");
  }

  private static Optional<String> route(String input, Sources sources) {
    List<String> places =
        Words.of(input).stream().filter(word -> !CONNECTOR.matcher(word).matches()).toList();
    for (String place : places) {
      if (!sources.name(place)) {
        return Optional.of("the place " + place + " stands nowhere before");
      }
    }
    Matcher ends = ENDS.matcher(sources.prompt());
    while (ends.find()) {
      List<String> asked = Words.of(ends.group(1) + " " + ends.group(2));
      if (places.size() == 2 && asked.equals(places.reversed()) && !asked.equals(places)) {
        return Optional.of("the question asks for the way from " + ends.group(1));
      }
    }
    return Optional.empty();
  }

  /** The finding about a number without a source. */
  public static Optional<String> nowhere(String number) {
    return Optional.of(number + " stands nowhere before");
  }
}
