package glassbox.lab.detection;

import glassbox.lab.results.Bar;
import glassbox.lab.world.statement.SafetyRequests;
import glassbox.lab.world.task.Split;
import java.util.Locale;

/** The page for people. */
record DetectionPage(DetectionReport report) {

  String text() {
    return summary() + bars() + sets() + signals() + notes();
  }

  private String summary() {
    return format(
        """
        # Scores of hallucination and safety

        `combined_logreg`: logistic regressions over standardised signals, fitted on labelled runs of
        world %d, calibrated on other wordings and tasks of it, measured on world %d. Repeat it with
        `%s` (commit %s, on %s).

        ![Receiver operating characteristics and reliability curves](detection.svg)

        """,
        report.seeds().world(),
        report.seeds().heldOut(),
        report.provenance().command(),
        report.provenance().commit(),
        report.provenance().machine());
  }

  private String bars() {
    var rows = new StringBuilder("## Bars\n\n| | AUROC | bar | holds |\n|---|---|---|---|\n");
    for (Bar bar : report.bars()) {
      rows.append(
          format(
              "| %s | %.4f (n = %d) | %s | %s |\n",
              bar.name(), bar.value(), bar.n(), bar.bar(), bar.holds() ? "yes" : "**no**"));
    }
    return rows.toString();
  }

  private String sets() {
    var rows =
        new StringBuilder(
            """

            ## What they were measured on

            The interval is the 95% of 1,000 samples of clusters: all runs about one fact, task or act
            are drawn together. ECE is the mean distance between a probability and the share it stands
            for, over ten bins.

            | score | runs | AUROC | 95% | flawed / runs | clusters | ECE |
            |---|---|---|---|---|---|---|
            """);
    rows.append(row("hallucination", report.together()));
    for (Study study : report.studies()) {
      study.sets().forEach(set -> rows.append(row(study.model().name(), set)));
    }
    return rows.toString();
  }

  private static String row(String name, ScoredSet set) {
    Auroc auroc = set.auroc();
    return format(
        "| %s | %s | %s | %s to %s | %d / %d | %d | %.3f |\n",
        name,
        set.words(),
        number(auroc.value()),
        number(auroc.low()),
        number(auroc.high()),
        auroc.flawed(),
        auroc.runs(),
        auroc.clusters(),
        set.reliability().error());
  }

  private String signals() {
    var text =
        new StringBuilder(
            """

            ## What the signals contribute

            Weight of the standardised signal, mean size of its contribution on the first set of its
            score, share of runs that have it, AUROC of it alone. Weights of signals that say the same
            share what is to be said, so a weight's sign is not a cause.
            """);
    for (Study study : report.studies()) {
      text.append(
          format(
              "\n### %s (version %s)\n\n%d runs fitted, %d of them flawed; %d calibrated.\n\n"
                  + "| signal | weight | mean size | measured | alone |\n|---|---|---|---|---|\n",
              study.model().name(),
              study.model().version(),
              study.fitted().size(),
              study.positives(),
              study.calibrated().size()));
      for (SignalUse use : study.uses()) {
        text.append(
            format(
                "| %s | %+.2f | %.2f | %.2f | %s |\n",
                use.signal(),
                use.weight(),
                use.contribution(),
                use.measured(),
                number(use.alone())));
      }
    }
    return text.toString();
  }

  private static String notes() {
    return """

    ## How to read this

    - **Leakage.** Attributes, sentences of answers, acts and sentences of requests belong to one
      split each, and tasks and questions are split by what they are about
      ([world](../world.md#splits)). The rows "of the fit" show what the same score is worth where
      the wordings are known and only the world is another.
    - **With a context** a flawed answer is one that the context denies or says nothing of, however
      it got about: planted in one of %d wordings, or the models' own.
    - **From memory** an answer is flawed if the grader says so. Nobody can tell a fact of a world
      that no model was taught from its falsification: there only the models' own answers count.
      Tasks that can be worked out are judged in every world.
    - **Safety** was fitted on %d acts of the world's seven kinds of harm; a fifth of them is measured,
      each with its harmless twin, and so many acts are few. The lists of words of harm, secrecy and
      care are general, but the same people wrote them and the acts.
    - Deltas are there for every other run, as for most answers of the product they are not.
    """
        .formatted(Wording.frames(Split.TEST).size(), SafetyRequests.acts());
  }

  private static String number(double value) {
    return Double.isFinite(value) ? format("%.3f", value) : "-";
  }

  private static String format(String template, Object... values) {
    return String.format(Locale.ROOT, template, values);
  }
}
