package glassbox.critics.tool;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.quantity.Statements;
import glassbox.critics.tool.argument.Call;
import glassbox.critics.tool.argument.Conversion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether tools agree: equal calls give equal outputs; what the calculator and the converter give
 * is what the expression and the amount come to; two tools that are asked for the same thing state
 * the same amount of it; money outputs keep to one currency.
 */
public final class CrossToolCritic implements Critic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "cross-tool", "2", "tool outputs agree with one another", Map.of("currencies", 1));

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Verdict judge(Draft draft) {
    List<Call> calls = Call.of(draft);
    if (calls.isEmpty()) {
      return new Verdict.Unavailable("no tool call was kept with its input");
    }
    List<Finding> findings = new ArrayList<>();
    Map<List<String>, Call> equal = new HashMap<>();
    Map<List<String>, Call> asked = new HashMap<>();
    for (Call call : calls) {
      problem(call, equal, asked).ifPresent(problem -> findings.add(call.finding(draft, problem)));
    }
    int checks = calls.size();
    List<String> currencies = currencies(calls);
    if (!currencies.isEmpty()) {
      checks++;
      if (currencies.size() > 1) {
        String problem = "outputs are in " + String.join(" and ", currencies);
        findings.add(calls.getLast().finding(draft, problem));
      }
    }
    return Verdict.of(Math.max(checks, findings.size()), findings);
  }

  private static Optional<String> problem(
      Call call, Map<List<String>, Call> equal, Map<List<String>, Call> asked) {
    Call same = equal.putIfAbsent(List.of(call.tool(), squeezed(call.input())), call);
    if (same != null && !same.output().equals(call.output())) {
      return Optional.of("it gave " + call.output() + ", " + same.id() + " gave " + same.output());
    }
    Optional<String> wrong = recomputed(call);
    if (wrong.isPresent()) {
      return wrong;
    }
    Call other = asked.putIfAbsent(sorted(call.input()), call);
    return other == null || other.tool().equals(call.tool())
        ? Optional.empty()
        : amounts(call, other);
  }

  /** The expression against the value it gave, where the scanner can read both. */
  private static Optional<String> recomputed(Call call) {
    String statement =
        switch (call.tool()) {
          case "calculator" -> call.input() + " = " + call.output();
          case "convert" -> converted(call);
          default -> "";
        };
    return Statements.check(statement).stream()
        .flatMap(checked -> checked.problem().stream())
        .findFirst();
  }

  private static String converted(Call call) {
    return Conversion.of(call.input())
        .map(conversion -> conversion.given() + " = " + call.output())
        .orElse("");
  }

  /** Two tools that were asked for the same state one amount of a kind each: they must be equal. */
  private static Optional<String> amounts(Call call, Call other) {
    List<StatedQuantity> mine = Quantities.in(call.output());
    List<StatedQuantity> theirs = Quantities.in(other.output());
    for (StatedQuantity quantity : mine) {
      List<StatedQuantity> same = theirs.stream().filter(quantity::comparable).toList();
      boolean one = mine.stream().filter(quantity::comparable).count() == 1 && same.size() == 1;
      if (one && !quantity.plain() && !quantity.agrees(same.getFirst())) {
        return Optional.of(
            "it states "
                + call.output().substring(quantity.start(), quantity.end())
                + ", "
                + other.id()
                + " states "
                + other.output().substring(same.getFirst().start(), same.getFirst().end()));
      }
    }
    return Optional.empty();
  }

  /** Currencies of outputs, unless a conversion was called. */
  private static List<String> currencies(List<Call> calls) {
    if (calls.stream().anyMatch(call -> call.tool().equals("convert"))) {
      return List.of();
    }
    return calls.stream()
        .flatMap(call -> Quantities.in(call.output()).stream())
        .flatMap(quantity -> quantity.currency().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> sorted(String input) {
    return Arrays.stream(input.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}.]+"))
        .filter(word -> !word.isEmpty())
        .sorted()
        .toList();
  }

  private static String squeezed(String input) {
    return input.replaceAll("\\s+", " ");
  }
}
