package glassbox.lab.verify;

import glassbox.lab.verify.CheckResult.State;
import java.util.List;
import java.util.Locale;

/** The report in plain words: what was checked, what was not and why, what was found. */
public final class PlainReport {
  private static final int MOST_FINDINGS = 20;

  private final StringBuilder out = new StringBuilder();

  private PlainReport() {}

  /** The text, lines ended. */
  public static String of(Verification verification) {
    PlainReport report = new PlainReport();
    report.conclusion(verification);
    report.out.append("\nThe bundle as a whole\n");
    verification.general().forEach(report::result);
    verification.runs().forEach(report::run);
    report.limits();
    return report.out.toString();
  }

  private void conclusion(Verification verification) {
    out.append(
        switch (verification.exitCode()) {
          case Verification.RIGHT -> "RESULT: nothing wrong was found. Every check made holds.\n";
          case Verification.WRONG ->
              "RESULT: something is wrong. The record must not be relied on.\n";
          default -> "RESULT: it cannot be judged. Something needed is missing or unreadable.\n";
        });
    long held = count(verification, State.HELD);
    long wrong = count(verification, State.WRONG);
    long unjudged = count(verification, State.UNJUDGED);
    long left = count(verification, State.NOT_CHECKED);
    line(
        "%d checks hold, %d do not, %d cannot be judged, %d were not made (each with its reason).",
        held, wrong, unjudged, left);
  }

  private static long count(Verification verification, State state) {
    return verification.results().filter(result -> result.state() == state).count();
  }

  private void run(RunVerification run) {
    line("");
    line("Run %s (place %d in the log)", run.runId(), run.index());
    run.about().forEach(fact -> line("  %s: %s", fact.name(), fact.value()));
    run.shares()
        .forEach(
            share ->
                line(
                    "  %s contributed %.1f%% and led at %d tokens",
                    share.specialist(), 100 * share.share(), share.led()));
    run.results().forEach(this::result);
  }

  private void result(CheckResult result) {
    String word =
        switch (result.state()) {
          case HELD -> "HOLDS";
          case WRONG -> "WRONG";
          case UNJUDGED -> "CANNOT BE JUDGED";
          case NOT_CHECKED -> "NOT CHECKED";
        };
    line(
        "  [%s] %s%s",
        word,
        result.check().title(),
        result.detail().isEmpty() ? "." : ": " + result.detail() + ".");
    List<Finding> findings = result.findings();
    findings.stream().limit(MOST_FINDINGS).forEach(found -> line("      - %s", found.text()));
    if (findings.size() > MOST_FINDINGS) {
      line("      - and %d more (all of them: --json)", findings.size() - MOST_FINDINGS);
    }
  }

  private void limits() {
    out.append(
        """

        What this cannot tell: whether the answer is true; whether the critics read it rightly (only
        their arithmetic is recomputed, from the findings and rates they recorded); whether the log
        shows others the same history (compare checkpoints, or ask for witnesses); and, without
        --replay, whether the models would give these numbers.
        """);
  }

  private void line(String format, Object... values) {
    out.append(clean(String.format(Locale.ROOT, format, values))).append('\n');
  }

  /** Control characters of a record must not reach a terminal. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\ufffd");
  }
}
