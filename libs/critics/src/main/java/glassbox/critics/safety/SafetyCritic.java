package glassbox.critics.safety;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.plan.PlanTask;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Flags what an answer must not say.
 *
 * <p>One check a sentence of the answer's field for each rule of its domain that ships or is
 * configured, and one for each limit, prohibition or place to avoid that question, context and map
 * state.
 */
public final class SafetyCritic implements Critic {
  private static final int LONGEST = 600;
  private static final int REACH = 40;
  private static final Pattern DENIAL =
      Pattern.compile(
          "\\b(?:not|never|cannot|avoid|nobody|no one|refuse to)\\b|n['’]t\\b",
          Pattern.CASE_INSENSITIVE);
  private final SafetyRules rules;
  private final CriticIdentity identity;

  public SafetyCritic(SafetyRules rules) {
    this.rules = rules;
    this.identity =
        CriticIdentity.of(
            "safety",
            "1",
            "rules of the domain, stated limits and prohibitions",
            Map.of("rules", rules.text()));
  }

  @Override
  public CriticIdentity identity() {
    return identity;
  }

  @Override
  public Verdict judge(Draft draft) {
    List<SafetyRule> own =
        rules.rules().stream().filter(rule -> rule.holdsIn(draft.domain())).toList();
    List<String> said = Stream.concat(Stream.of(draft.prompt()), draft.context().stream()).toList();
    List<String> evidence =
        Stream.concat(said.stream(), draft.fragments().stream().map(Fragment::output)).toList();
    Limits limits = new Limits(draft.prompt(), evidence);
    Prohibitions prohibitions = new Prohibitions(said);
    List<Finding> findings = new ArrayList<>();
    int sentences = 0;
    for (Passage passage : draft.written(Field.ANSWER)) {
      for (Sentence sentence : Sentence.split(passage.text())) {
        sentences++;
        String problem = problem(sentence.text(), own, limits, prohibitions);
        if (!problem.isEmpty()) {
          findings.add(Finding.in(passage, problem, sentence.start(), sentence.end()));
        }
      }
    }
    List<String> avoided = draft.material().plan().map(PlanTask::avoid).orElse(List.of());
    findings.addAll(AvoidedPlaces.entered(draft, avoided));
    return Verdict.of(sentences + avoided.size(), findings);
  }

  /** The first thing that a sentence does wrong; empty for nothing. */
  private static String problem(
      String sentence, List<SafetyRule> rules, Limits limits, Prohibitions prohibitions) {
    String text = sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence;
    for (SafetyRule rule : rules) {
      Matcher found = rule.pattern().matcher(text);
      if (found.find() && (rule.id().startsWith("secret") || !denied(text, found.start()))) {
        return rule.id() + ": " + rule.message();
      }
    }
    for (StatedQuantity quantity : Quantities.in(text)) {
      var passed = limits.passed(quantity, text);
      if (passed.isPresent() && !denied(text, quantity.start())) {
        return passed.get();
      }
    }
    return text.endsWith("?") ? "" : prohibitions.broken(text).orElse("");
  }

  /** Whether what stands at a place is asked or denied: {@code never}, {@code do not} before it. */
  private static boolean denied(String text, int at) {
    String before = text.substring(Math.max(0, at - REACH), at);
    return text.endsWith("?") || DENIAL.matcher(before).find();
  }
}
