package glassbox.critics.lemma;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the graph of labelled steps: one check a step (stated once, in no circle) and one a label
 * that is used (stated somewhere). An answer without labelled steps has nothing to check.
 *
 * <p>A bare {@code (3)} counts as a use only where steps are labelled that way.
 */
public final class LemmaCritic implements Critic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "lemma", "1", "steps rest on stated steps and on no circle", Map.of("kinds", "all"));

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Verdict judge(Draft draft) {
    List<Step> steps = new ArrayList<>();
    List<Step.Use> loose = new ArrayList<>();
    for (Passage passage : draft.written(Field.PLAN, Field.COMPUTE, Field.ANSWER)) {
      List<Step> found = StepReader.steps(passage);
      steps.addAll(found);
      int before =
          found.isEmpty() ? passage.text().length() : found.getFirst().start() - passage.start();
      loose.addAll(StepReader.uses(passage.text().substring(0, before), passage.start()));
    }
    if (steps.isEmpty()) {
      return new Verdict.Passed(0);
    }
    return judge(steps, loose);
  }

  private static Verdict judge(List<Step> steps, List<Step.Use> loose) {
    Map<String, Step> stated = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Step step : steps) {
      Step first = stated.putIfAbsent(step.label(), step);
      if (first != null && !first.text().equals(step.text())) {
        findings.add(new Finding(step.label() + " is stated twice", step.start(), step.end()));
      }
    }
    boolean numbered = stated.keySet().stream().anyMatch(label -> label.startsWith("("));
    List<Step.Use> uses = new ArrayList<>(loose);
    steps.forEach(step -> uses.addAll(step.uses()));
    uses.removeIf(use -> use.label().startsWith("(") && !numbered);
    for (Step.Use use : uses) {
      if (!stated.containsKey(use.label())) {
        findings.add(new Finding(use.label() + " is stated nowhere", use.start(), use.end()));
      }
    }
    for (Step step : circular(stated)) {
      findings.add(new Finding(step.label() + " rests on itself", step.start(), step.end()));
    }
    findings.sort(Comparator.comparingInt(Finding::start));
    return Verdict.of(Math.max(steps.size() + uses.size(), findings.size()), findings);
  }

  /** Steps that are left when those that rest on nothing left are taken away, again and again. */
  private static List<Step> circular(Map<String, Step> stated) {
    Map<String, Set<String>> open = new HashMap<>();
    Map<String, List<String>> users = new HashMap<>();
    List<String> free = new ArrayList<>();
    for (Step step : stated.values()) {
      Set<String> needs = new HashSet<>();
      step.uses().stream().map(Step.Use::label).filter(stated::containsKey).forEach(needs::add);
      open.put(step.label(), needs);
      needs.forEach(need -> users.computeIfAbsent(need, k -> new ArrayList<>()).add(step.label()));
      if (needs.isEmpty()) {
        free.add(step.label());
      }
    }
    while (!free.isEmpty()) {
      String label = free.removeLast();
      open.remove(label);
      for (String user : users.getOrDefault(label, List.of())) {
        Set<String> needs = open.getOrDefault(user, new HashSet<>());
        if (needs.remove(label) && needs.isEmpty()) {
          free.add(user);
        }
      }
    }
    return onCircle(open, stated);
  }

  /** Of the steps left, those that reach themselves. */
  private static List<Step> onCircle(Map<String, Set<String>> open, Map<String, Step> stated) {
    List<Step> circular = new ArrayList<>();
    for (String label : open.keySet()) {
      Set<String> seen = new HashSet<>();
      List<String> next = new ArrayList<>(open.getOrDefault(label, Set.of()));
      while (!next.isEmpty() && !seen.contains(label)) {
        String reached = next.removeLast();
        if (seen.add(reached)) {
          next.addAll(open.getOrDefault(reached, Set.of()));
        }
      }
      Step step = stated.get(label);
      if (seen.contains(label) && step != null) {
        circular.add(step);
      }
    }
    return circular;
  }
}
