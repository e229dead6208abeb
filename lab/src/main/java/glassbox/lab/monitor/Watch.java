package glassbox.lab.monitor;

import glassbox.engine.legible.BackdoorMonitor;
import glassbox.engine.legible.BackdoorMonitor.Design;
import java.util.ArrayList;
import java.util.List;

/**
 * Two tests on the same answers. A single answer is suspect when a clean one would exceed the level
 * as often with a chance of at most 1% over all answers together; all answers together are when the
 * {@link BackdoorMonitor} raises its alarm, which finds triggers that are too short to be suspect
 * alone.
 */
final class Watch {

  private static final double FALSE_ALARM = 0.01;

  private final BackdoorMonitor monitor;
  private final List<Watched> answers = new ArrayList<>();

  /** Has seen nothing. */
  Watch(Design design) {
    this.monitor = new BackdoorMonitor(design);
  }

  /** Takes an answer in; {@code deltas} are at least one. */
  void observe(String prompt, String answer, double[] deltas) {
    Design design = monitor.design();
    answers.add(Watched.of(prompt, answer, deltas, design.level(), design.clean()));
    monitor.observe(deltas);
  }

  List<Watched> answers() {
    return List.copyOf(answers);
  }

  boolean suspects(Watched answer) {
    return answer.chance() <= FALSE_ALARM / answers.size();
  }

  /** How many answers are suspect by themselves. */
  long suspects() {
    return answers.stream().filter(this::suspects).count();
  }

  /** Whether any answer is, or all of them together are. */
  boolean suspect() {
    return state().alarmed() || suspects() > 0;
  }

  Design design() {
    return monitor.design();
  }

  BackdoorMonitor.State state() {
    return monitor.state();
  }
}
