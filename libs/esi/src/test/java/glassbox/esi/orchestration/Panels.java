package glassbox.esi.orchestration;

import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.critics.chi.ChiSettings;
import glassbox.critics.chi.Signal;
import glassbox.critics.gate.CrossAgreement;
import glassbox.esi.judging.Ballot;
import glassbox.esi.judging.CriticPanel;
import glassbox.esi.judging.Inquiry;
import glassbox.esi.judging.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Panels of the critics that a profile names, each with a verdict of the test's choice. */
public final class Panels {

  private Panels() {}

  /** Everybody passes. */
  public static CriticPanel passing() {
    return of((critic, inquiry) -> new Verdict.Passed(2));
  }

  /** Each critic by a function of its name and of what it is asked. */
  public static CriticPanel of(BiFunction<String, Inquiry, Verdict> verdict) {
    return inquiry -> {
      var ballots = new ArrayList<Ballot>();
      for (String critic : inquiry.profile().critics()) {
        ballots.add(
            new Ballot(
                critic,
                "1",
                "00",
                inquiry.profile().mandatory().contains(critic),
                false,
                verdict.apply(critic, inquiry)));
      }
      return new Report(ballots, chi(inquiry, ballots));
    };
  }

  /** A flag on the first passage of the transcript that reads so; on none where it is not there. */
  public static Verdict flag(Inquiry inquiry, String passage) {
    int at = inquiry.transcript().text().lastIndexOf(passage);
    Finding finding =
        at < 0 ? new Finding("wrong", 0, 0) : new Finding("wrong", at, at + passage.length());
    return new Verdict.Flagged(2, List.of(finding));
  }

  private static Optional<Chi> chi(Inquiry inquiry, List<Ballot> ballots) {
    List<Signal> signals =
        inquiry.draft().stream()
            .filter(entry -> !entry.token().forced())
            .map(
                entry ->
                    new Signal(
                        entry.token().id(),
                        Optional.of(entry.token().text()),
                        entry.token().normalizedEntropy()))
            .toList();
    return Chi.of(
        signals,
        CrossAgreement.contradictions(ballots.stream().map(Ballot::vote).toList()),
        ChiSettings.DEFAULT);
  }
}
