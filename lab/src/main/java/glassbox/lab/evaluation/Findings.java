package glassbox.lab.evaluation;

import glassbox.lab.results.Bar;
import glassbox.lab.training.DemoTraining;
import glassbox.lab.world.facts.Domain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the results of all domains say together.
 *
 * @param results a domain each
 * @param members ids in the federation's order
 * @param combinations names
 */
record Findings(List<DomainResult> results, List<String> members, Set<String> combinations) {

  private static final double LED = 0.9;

  Findings {
    results = List.copyOf(results);
    members = List.copyOf(members);
    combinations = Collections.unmodifiableSet(new LinkedHashSet<>(combinations));
  }

  int questions() {
    return results.stream().mapToInt(DomainResult::questions).sum();
  }

  int exact(String name) {
    return results.stream().mapToInt(result -> result.exact().getOrDefault(name, 0)).sum();
  }

  double rate(String name) {
    return questions() == 0 ? 0 : (double) exact(name) / questions();
  }

  /** The member that alone answers most over all domains together, the base left out. */
  String bestSpecialist() {
    return members.stream()
        .filter(id -> !id.equals(DemoTraining.BASE))
        .max(Comparator.comparingInt(this::exact))
        .orElse(DemoTraining.BASE);
  }

  /** The most that any single model answers, the base among them. */
  private double bestSingle() {
    return members.stream().mapToDouble(this::rate).max().orElse(0);
  }

  List<Bar> bars() {
    var bars = new ArrayList<Bar>();
    for (String combination : combinations) {
      double value = rate(combination);
      bars.add(
          new Bar(
              combination + ": exact over all domains",
              value,
              "share",
              ">= best single model " + String.format(Locale.ROOT, "%.3f", bestSingle()),
              value >= bestSingle(),
              questions()));
    }
    bars.add(led(ClosedBook.MIXTURE, specialised(), "all specialist domains"));
    for (DomainResult result : specialised()) {
      bars.add(led(ClosedBook.MIXTURE, List.of(result), result.domain().id()));
    }
    return bars;
  }

  private List<DomainResult> specialised() {
    return results.stream()
        .filter(result -> Domain.specialist().contains(result.domain()))
        .toList();
  }

  private static Bar led(String combination, List<DomainResult> over, String name) {
    int tokens = over.stream().mapToInt(DomainResult::knowledge).sum();
    int led = over.stream().mapToInt(result -> result.led().getOrDefault(combination, 0)).sum();
    double value = tokens == 0 ? 0 : (double) led / tokens;
    return new Bar(
        "in-domain specialist has the largest share: " + name,
        value,
        "share of domain tokens",
        ">= " + LED,
        value >= LED,
        tokens);
  }
}
