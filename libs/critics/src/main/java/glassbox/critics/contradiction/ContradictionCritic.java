package glassbox.critics.contradiction;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.field.Passage;
import glassbox.critics.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Flags sentences of the answer that contradict the context, the prompt or an earlier sentence.
 *
 * <p>One check a sentence that shares words with a premise; one a number of [Given], a verdict on
 * an equation of the question, a value that the context states, a sentence of the context that the
 * answer is taken from, a chain of an order, the one thing that a superlative asks for. Sentences
 * over 600 characters are left out: they are no claims. Questions and suppositions contradict
 * nothing.
 */
public final class ContradictionCritic implements Critic {
  private static final int LONGEST = 600;
  private final EntailmentModel model;
  private final ContradictionSettings settings;
  private final CriticIdentity identity;

  /** A critic over the rules of {@link RuleEntailment}. */
  public ContradictionCritic(ContradictionSettings settings) {
    this(new RuleEntailment(), settings);
  }

  /** A critic over another model of inference. */
  public ContradictionCritic(EntailmentModel model, ContradictionSettings settings) {
    this.model = model;
    this.settings = settings;
    this.identity =
        CriticIdentity.of(
            "contradiction",
            "5",
            "the answer against context, prompt and itself",
            Map.of("confidence", settings.confidence(), "model", model.name()));
  }

  @Override
  public CriticIdentity identity() {
    return identity;
  }

  @Override
  public Verdict judge(Draft draft) {
    try {
      return judged(draft.guarded());
    } catch (EntailmentUnavailable away) {
      return new Verdict.Unavailable(String.valueOf(away.getMessage()));
    }
  }

  private Verdict judged(Draft draft) {
    Premises premises = new Premises();
    draft.context().ifPresent(context -> addAll(premises, context));
    addAll(premises, draft.prompt());
    List<Finding> findings = new ArrayList<>();
    int checks = 0;
    for (Passage passage : draft.written()) {
      for (Sentence sentence : claims(passage.text())) {
        Proposition claim = Proposition.of(sentence.text());
        List<Proposition> near = premises.near(claim);
        if (!near.isEmpty()) {
          checks++;
          conflict(near, claim)
              .ifPresent(
                  why -> findings.add(Finding.in(passage, why, sentence.start(), sentence.end())));
        }
        premises.add(claim);
      }
    }
    checks += AgainstQuestion.check(draft, findings) + Nearest.check(draft, findings);
    checks += Ranking.check(draft, findings);
    findings.sort(Comparator.comparingInt(Finding::start));
    return Verdict.of(checks, findings);
  }

  private Optional<String> conflict(List<Proposition> near, Proposition claim) {
    return near.stream()
        .map(premise -> model.infer(premise, claim))
        .filter(inference -> inference.contradiction(settings.confidence()))
        .map(Entailment::why)
        .findFirst();
  }

  private static void addAll(Premises premises, String text) {
    claims(text).forEach(sentence -> premises.add(Proposition.of(sentence.text())));
  }

  private static List<Sentence> claims(String text) {
    return Sentence.split(text).stream()
        .filter(sentence -> !sentence.question() && sentence.text().length() <= LONGEST)
        .toList();
  }
}
