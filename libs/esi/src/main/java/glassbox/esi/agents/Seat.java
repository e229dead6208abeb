package glassbox.esi.agents;

import glassbox.critics.Verdict;
import glassbox.esi.config.Agents;
import glassbox.esi.field.Field;
import glassbox.esi.heat.HeatChange;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.judging.AgentAnswer;
import glassbox.esi.judging.Ballot;
import glassbox.esi.judging.Phase;
import glassbox.esi.orchestration.RunCourse;
import glassbox.esi.orchestration.RunReport;
import glassbox.esi.run.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An agent on its way. For one thread at a time. */
final class Seat {

  private final String name;
  private final RunCourse course;
  private String answer = "";

  Seat(String name, RunCourse course) {
    this.name = name;
    this.course = course;
  }

  String name() {
    return name;
  }

  RunReport report() {
    return course.report();
  }

  boolean ended() {
    return course.ended();
  }

  /** Goes on while it is in one of the stages; whether it ended. */
  boolean advance(Set<Stage> stages) {
    while (!course.ended() && stages.contains(course.state().stage())) {
      course.advance();
    }
    return course.ended();
  }

  /** What it plans, as far as letters and digits go. */
  String plan() {
    return course
        .text(Field.PLAN)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\d]+", " ")
        .strip();
  }

  /** Cools the draft to come, since plans differ. */
  void cool(Agents rules) {
    HeatSchedule schedule = course.schedule();
    double before = schedule.draft().temperature();
    double after = Math.max(rules.coolest(), Math.round((before - rules.coolBy()) * 1e6) / 1e6);
    if (after < before && !course.ended()) {
      String reason = "the agents' plans differ";
      course.cool(new HeatChange("T1", before, after, reason, schedule.withDraft(after)), "agents");
    }
  }

  void hear(List<AgentAnswer> others) {
    course.hear(others);
  }

  /**
   * What the others hear of it; empty where it never answered. An answer that only the comparison
   * of agents objected to still counts when its repair fails: a conflict does not end by that.
   */
  Optional<AgentAnswer> said() {
    boolean failed = course.state().stage() == Stage.FAIL;
    if (!failed && !course.text(Field.ANSWER).isEmpty()) {
      answer = course.text(Field.ANSWER);
    }
    return answer.isEmpty()
        ? Optional.empty()
        : Optional.of(new AgentAnswer(name, answer, failed ? inConflict() : course.checked()));
  }

  /** Whether nothing but the comparison of agents spoke against its last answer. */
  private boolean inConflict() {
    return course.report().judgements().stream()
        .filter(judgement -> judgement.phase() == Phase.ANSWER)
        .reduce((first, last) -> last)
        .filter(
            last ->
                last.ballots().stream()
                    .filter(ballot -> ballot.verdict() instanceof Verdict.Flagged)
                    .map(Ballot::critic)
                    .toList()
                    .equals(List.of(AgentAnswer.CRITIC)))
        .isPresent();
  }
}
