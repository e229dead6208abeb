package glassbox.lab.detection;

import glassbox.critics.score.LogisticModel;
import glassbox.lab.detection.Auroc.Point;
import glassbox.lab.world.World;
import glassbox.lab.world.task.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Fits and measures the two scores of hallucination: with a context, and from memory. */
final class HallucinationStudy {

  static final String GROUNDED = "hallucination-grounded";
  static final String CLOSED = "hallucination-closed";

  private static final int STATEMENTS = 240;
  private static final int OPEN_QUESTIONS = 40;
  private static final int READING = 16;
  private static final int TASKS = 10;
  private static final int FACTS = 16;

  private final Seeds seeds;
  private final Answerer answerer;
  private final Consumer<String> progress;

  HallucinationStudy(Seeds seeds, Answerer answerer, Consumer<String> progress) {
    this.seeds = seeds;
    this.answerer = answerer;
    this.progress = progress;
  }

  /** Answers with a context. */
  Study grounded() {
    List<LabelledRun> fitted = run("fit", groundedCases(seeds.world(), Split.TRAIN, seeds.seed()));
    List<LabelledRun> calibrated =
        run("calibrate", groundedCases(seeds.world(), Split.VALIDATION, seeds.seed()));
    List<LabelledRun> held =
        run("measure", groundedCases(seeds.heldOut(), Split.TEST, seeds.measuring()));
    List<LabelledRun> seen =
        run(
            "measure",
            new Cases(World.of(seeds.heldOut()), Split.TRAIN, seeds.measuring())
                .statements(seeds.of(STATEMENTS)));
    LogisticModel model = Study.fit(GROUNDED, fitted, calibrated);
    return new Study(
        model,
        null,
        fitted,
        calibrated,
        List.of(
            set(model, "grounded", "with a context: held-out world, unseen wordings", true, held),
            set(
                model,
                "grounded-statements",
                "of these the planted statements",
                false,
                of(held, Group.STATEMENT)),
            set(
                model,
                "grounded-answers",
                "of these the models' own answers",
                false,
                of(held, Group.READING, Group.UNANSWERABLE)),
            set(
                model,
                "grounded-seen",
                "planted statements of the held-out world in wordings of the fit",
                false,
                seen)),
        SignalUse.of(model, held));
  }

  private List<Case> groundedCases(long world, Split split, long seed) {
    var cases = new Cases(World.of(world), split, seed);
    return Stream.of(
            cases.statements(seeds.of(STATEMENTS)),
            cases.reading(seeds.of(READING)),
            cases.unanswerable(seeds.of(OPEN_QUESTIONS)))
        .flatMap(List::stream)
        .toList();
  }

  /** Answers without one. */
  Study closed() {
    List<LabelledRun> fitted = run("fit", closedCases(Split.TRAIN));
    List<LabelledRun> calibrated = run("calibrate", closedCases(Split.VALIDATION));
    var there = new Cases(World.of(seeds.heldOut()), Split.TEST, seeds.measuring());
    List<LabelledRun> held =
        run(
            "measure",
            Stream.of(workable(there), there.remembered(Group.UNTAUGHT, seeds.of(FACTS)))
                .flatMap(List::stream)
                .toList());
    List<LabelledRun> taught =
        run("measure", taught(new Cases(World.of(seeds.world()), Split.TEST, seeds.measuring())));
    LogisticModel model = Study.fit(CLOSED, fitted, calibrated);
    return new Study(
        model,
        null,
        fitted,
        calibrated,
        List.of(
            set(model, "closed", "from memory: held-out world", true, held),
            set(
                model,
                "closed-tasks",
                "of these the tasks that can be worked out",
                false,
                of(held, Group.WORKED, Group.COMPUTED)),
            set(
                model,
                "closed-planted",
                "of these the planted answers",
                false,
                of(held, Group.WORKED)),
            set(
                model,
                "closed-taught",
                "facts of the taught world, asked in unseen wordings",
                false,
                taught)),
        SignalUse.of(model, held));
  }

  private List<Case> closedCases(Split split) {
    var taught = new Cases(World.of(seeds.world()), split, seeds.seed());
    var untaught = new Cases(World.of(seeds.untaught()), split, seeds.seed());
    return Stream.of(
            workable(taught), taught(taught), untaught.remembered(Group.UNTAUGHT, seeds.of(FACTS)))
        .flatMap(List::stream)
        .toList();
  }

  private List<Case> workable(Cases cases) {
    return Stream.of(cases.worked(seeds.of(TASKS)), cases.computed(seeds.of(TASKS)))
        .flatMap(List::stream)
        .toList();
  }

  private List<Case> taught(Cases cases) {
    return Stream.of(
            cases.recalled(seeds.of(FACTS)), cases.remembered(Group.REMEMBERED, seeds.of(FACTS)))
        .flatMap(List::stream)
        .toList();
  }

  /** Both scores together: all runs of the held-out world, by their probabilities. */
  static ScoredSet together(Study grounded, Study closed) {
    List<Point> points =
        Stream.of(grounded, closed)
            .flatMap(study -> study.sets().getFirst().points().stream())
            .map(p -> new Point(p.cluster(), p.flawed(), p.probability(), p.probability()))
            .toList();
    return ScoredSet.of("hallucination", "both together: held-out world", true, points);
  }

  private static ScoredSet set(
      LogisticModel model, String id, String words, boolean held, List<LabelledRun> runs) {
    return ScoredSet.of(id, words, held, ScoredSet.points(model, runs));
  }

  private static List<LabelledRun> of(List<LabelledRun> runs, Group... groups) {
    List<String> ids = Stream.of(groups).map(Group::id).toList();
    return runs.stream().filter(run -> ids.contains(run.group())).toList();
  }

  private List<LabelledRun> run(String what, List<Case> cases) {
    progress.accept(what + ": " + cases.size() + " runs");
    var runs = new ArrayList<LabelledRun>();
    for (Case one : cases) {
      runs.add(answerer.run(one));
    }
    return runs;
  }
}
