package glassbox.lab.detection;

import glassbox.critics.Critic;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.critics.chi.ChiSettings;
import glassbox.critics.chi.Signal;
import glassbox.critics.contradiction.ContradictionCritic;
import glassbox.critics.contradiction.ContradictionSettings;
import glassbox.critics.gate.CrossAgreement;
import glassbox.critics.gate.Vote;
import glassbox.critics.score.HallucinationSignals;
import glassbox.critics.score.TokenMeasure;
import glassbox.critics.units.UnitsCritic;
import glassbox.engine.federation.Certification;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.Outcome;
import glassbox.engine.federation.Plan;
import glassbox.engine.federation.PromptText;
import glassbox.engine.federation.TokenListener;
import glassbox.engine.federation.TokenStep;
import glassbox.lab.detection.Case.Drawn;
import glassbox.lab.detection.Case.Planted;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.ledger.block.SamplerSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs cases as the product does: the federation answers or accounts for the answer, the critics
 * judge it, and the same code measures the signals.
 *
 * <p>Every other answer is drawn greedily, the rest as requests without settings are; every other
 * run is certified, for the product certifies some.
 */
final class Answerer {

  private static final int MOST_TOKENS = 160;
  private static final double TEMPERATURE = 0.7;
  private static final double TOP_P = 0.9;
  private static final List<Critic> CRITICS =
      List.of(new UnitsCritic(), new ContradictionCritic(ContradictionSettings.DEFAULT));

  private final Federation federation;
  private final long seed;
  private int runs;

  Answerer(Federation federation, long seed) {
    this.federation = federation;
    this.seed = seed;
  }

  LabelledRun run(Case one) {
    int number = runs++;
    Plan plan = plan(one.prompt(), number);
    Outcome outcome =
        switch (one.answer()) {
          case Planted(String text, boolean ignored) ->
              federation.score(plan, federation.tokenizer().encodeWithSpecials(text), SILENT);
          case Drawn ignored -> federation.generate(plan, SILENT);
        };
    boolean flawed =
        switch (one.answer()) {
          case Planted planted -> planted.flawed();
          case Drawn drawn -> drawn.flawed().test(outcome.text());
        };
    return new LabelledRun(
        one.group().id(), one.cluster(), flawed, signals(one.prompt(), outcome, number % 4 < 2));
  }

  private static final TokenListener SILENT = TokenListener.SILENT;

  private Plan plan(PromptText prompt, int number) {
    Plan greedy = Plan.greedy(new UUID(seed, number), prompt, MOST_TOKENS);
    return number % 2 == 0
        ? greedy.sampling(new SamplerSettings(TEMPERATURE, TOP_P, true, seed + number))
        : greedy;
  }

  private Map<String, Double> signals(PromptText prompt, Outcome outcome, boolean certified) {
    Draft draft =
        new Draft(
            prompt.prompt(),
            Optional.ofNullable(prompt.context()),
            outcome.text(),
            List.of(),
            List.of());
    var verdicts = new LinkedHashMap<String, Verdict>();
    CRITICS.forEach(critic -> verdicts.put(critic.identity().name(), critic.judge(draft)));
    List<Vote> votes =
        verdicts.entrySet().stream().map(v -> new Vote(v.getKey(), true, v.getValue())).toList();
    List<Signal> signals =
        outcome.tokens().stream()
            .map(
                step ->
                    new Signal(step.tokenId(), Optional.of(step.text()), step.normalizedEntropy()))
            .toList();
    Optional<Chi> chi = Chi.of(signals, CrossAgreement.contradictions(votes), ChiSettings.DEFAULT);
    return HallucinationSignals.of(draft, measures(outcome, certified), verdicts, chi);
  }

  private List<TokenMeasure> measures(Outcome outcome, boolean certified) {
    double @Nullable [] deltas = certified ? deltas(outcome) : null;
    var measures = new ArrayList<TokenMeasure>();
    boolean inResult = false;
    for (TokenStep step : outcome.tokens()) {
      boolean written = inResult || step.text().equals(DemoTokens.RESULT);
      inResult = written && !step.text().equals(DemoTokens.DONE);
      measures.add(
          new TokenMeasure(
              step.text(),
              byServer(outcome, written) ? null : step.entry().joint(),
              step.entry().entropy(),
              step.disagreement(),
              deltas == null ? null : deltas[step.position()]));
    }
    return measures;
  }

  /** What stands between the marks of a result in a planted answer is the tool's. */
  private static boolean byServer(Outcome outcome, boolean inResult) {
    return inResult && outcome.finish() == Outcome.Finish.SCORED;
  }

  private double @Nullable [] deltas(Outcome outcome) {
    return federation.certify(outcome.block()) instanceof Certification.Certified measured
        ? measured.certificate().deltas()
        : null;
  }
}
