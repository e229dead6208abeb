package glassbox.lab.legible;

import glassbox.engine.legible.StepListener;
import glassbox.lab.results.Bar;
import java.util.ArrayList;
import java.util.List;

/** A question put to several arms under several seeds. */
interface Experiment {

  /** Short name: the subcommand, and the end of the result's name. */
  String name();

  /** What is asked and how, for the page: one paragraph. */
  String question();

  /** The first one is ours; the others are controls. */
  List<Arm> arms();

  /** What is measured, in the order of the table. */
  List<Metric> metrics();

  /** Published figures to stand beside ours. */
  List<Published> published();

  /** Trains and judges one arm under one seed. */
  Measurement run(Arm arm, long seed, StepListener listener);

  /** Everything that decides a run's result besides its seed. */
  default String recipe(Arm arm) {
    return name() + " " + arm.phases();
  }

  /** Adds what can only be computed from several runs together. */
  default Results completed(Results results) {
    return results;
  }

  /** What the first arm is held to; nothing without a finished run of it. */
  default List<Bar> bars(Results results) {
    var bars = new ArrayList<Bar>();
    for (Metric metric : metrics()) {
      if (metric.hasBar()) {
        results
            .estimate(arms().getFirst().name(), metric.key())
            .ifPresent(estimate -> bars.add(metric.bar(metric.title(), estimate)));
      }
    }
    return bars;
  }
}
