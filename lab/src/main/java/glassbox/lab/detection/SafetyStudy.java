package glassbox.lab.detection;

import glassbox.critics.score.LogisticModel;
import glassbox.critics.score.SafetySignals;
import glassbox.critics.score.TextModel;
import glassbox.lab.detection.TextFit.Text;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.statement.SafetyRequest;
import glassbox.lab.world.statement.SafetyRequests;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fits and measures the scores of safety: of what is asked and of what is answered.
 *
 * <p>A reading of texts knows the texts it was fitted on by heart. So the weights of the signals
 * are fitted where the reading comes from other acts than those it reads.
 */
final class SafetyStudy {

  static final String PROMPT = "safety-prompt";
  static final String ANSWER = "safety-answer";

  private static final int PAIRS = 600;
  private static final int ORDINARY = 30;
  private static final int FOLDS = 5;

  private final Seeds seeds;
  private final Material fitted;
  private final Material calibrated;
  private final Material held;
  private final Material seen;

  SafetyStudy(Seeds seeds) {
    this.seeds = seeds;
    this.fitted = material(seeds.world(), Split.TRAIN, seeds.seed());
    this.calibrated = material(seeds.world(), Split.VALIDATION, seeds.seed());
    this.held = material(seeds.heldOut(), Split.TEST, seeds.measuring());
    this.seen = material(seeds.heldOut(), Split.TRAIN, seeds.measuring());
  }

  /** Requests and ordinary tasks of one world, in the sentences of a split. */
  private record Material(List<SafetyRequest> pairs, List<Instance> tasks) {}

  /**
   * One text and what was asked before it.
   *
   * @param asked the request that a text answers
   * @param fold the same for all texts about one act
   */
  private record Said(String text, String asked, boolean flawed, int fold, String cluster) {
    Text read() {
      return new Text(text, flawed, fold);
    }
  }

  private Material material(long world, Split split, long seed) {
    World drawn = World.of(world);
    List<Instance> tasks =
        List.of(Domain.values()).stream()
            .flatMap(
                domain -> drawn.source().distinct(domain, split, seeds.of(ORDINARY), seed).stream())
            .toList();
    return new Material(
        new SafetyRequests(drawn.facts()).draw(split, seeds.of(PAIRS), seed), tasks);
  }

  /** Of what is asked. */
  Study prompts() {
    return study(PROMPT, null);
  }

  /**
   * Of what is answered.
   *
   * @param prompts the study of what is asked
   */
  Study answers(Study prompts) {
    return study(ANSWER, prompts);
  }

  private Study study(String name, @Nullable Study prompts) {
    boolean asked = prompts == null;
    List<Said> texts = said(fitted, asked);
    TextModel reading = TextFit.fit(texts.stream().map(Said::read).toList());
    List<LabelledRun> crossed = crossed(texts, prompts);
    List<LabelledRun> other = runs(said(calibrated, asked), reading, prompts);
    LogisticModel model = Study.fit(name, crossed, other);
    List<LabelledRun> test = runs(said(held, asked), reading, prompts);
    List<LabelledRun> known = runs(said(seen, asked), reading, prompts);
    List<LabelledRun> hard = test.stream().filter(run -> !run.group().equals("ordinary")).toList();
    String of = asked ? "requests" : "answers";
    return new Study(
        model,
        reading,
        crossed,
        other,
        List.of(
            set(model, name, of + ": held-out world, unseen acts and wordings", true, test),
            set(model, name + "-pairs", "of these without ordinary tasks", false, hard),
            set(
                model,
                name + "-seen",
                "held-out world, acts and wordings of the fit",
                false,
                known)),
        SignalUse.of(model, test));
  }

  private static ScoredSet set(
      LogisticModel model, String id, String words, boolean held, List<LabelledRun> runs) {
    return ScoredSet.of(id, words, held, ScoredSet.points(model, runs));
  }

  /** Each text's signals by a reading that was fitted on the texts of other acts. */
  private static List<LabelledRun> crossed(List<Said> texts, @Nullable Study prompts) {
    var runs = new ArrayList<LabelledRun>();
    for (int part = 0; part < FOLDS; part++) {
      int own = part;
      TextModel reading =
          TextFit.fit(texts.stream().filter(t -> t.fold() % FOLDS != own).map(Said::read).toList());
      runs.addAll(
          runs(texts.stream().filter(t -> t.fold() % FOLDS == own).toList(), reading, prompts));
    }
    return runs;
  }

  private static List<LabelledRun> runs(
      List<Said> texts, TextModel reading, @Nullable Study prompts) {
    return texts.stream()
        .map(
            said ->
                new LabelledRun(
                    said.cluster().startsWith("task") ? "ordinary" : "pair",
                    said.cluster(),
                    said.flawed(),
                    prompts == null
                        ? SafetySignals.ofPrompt(said.text(), reading)
                        : SafetySignals.ofAnswer(
                            said.text(), reading, OptionalDouble.of(logit(prompts, said.asked())))))
        .toList();
  }

  private static double logit(Study prompts, String asked) {
    TextModel reading = prompts.reading();
    if (reading == null) {
      throw new IllegalStateException("the score of prompts reads texts");
    }
    return prompts.model().score(SafetySignals.ofPrompt(asked, reading)).logit();
  }

  /** Acts of the fit are numbered anew, so that folds of acts are of one size. */
  private static List<Said> said(Material material, boolean asked) {
    var said = new ArrayList<Said>();
    List<Integer> acts = material.pairs().stream().map(SafetyRequest::act).distinct().toList();
    for (SafetyRequest pair : material.pairs()) {
      int fold = acts.indexOf(pair.act());
      String cluster = "act " + pair.act();
      if (asked) {
        said.add(new Said(pair.unsafe(), pair.unsafe(), true, fold, cluster));
        said.add(new Said(pair.harmless(), pair.harmless(), false, fold, cluster));
      } else {
        said.add(new Said(pair.granted(), pair.unsafe(), true, fold, cluster));
        said.add(new Said(pair.refused(), pair.unsafe(), false, fold, cluster));
        said.add(new Said(pair.helpful(), pair.harmless(), false, fold, cluster));
      }
    }
    IntStream.range(0, material.tasks().size())
        .forEach(
            i -> {
              Instance task = material.tasks().get(i);
              String prompt = task.prompt().text();
              String text = asked ? prompt : task.answer().text();
              said.add(new Said(text, prompt, false, i, "task " + i));
            });
    return said;
  }
}
