package glassbox.lab.detection;

import glassbox.critics.score.Contribution;
import glassbox.critics.score.LogisticModel;
import glassbox.critics.score.SignalWeight;
import glassbox.lab.detection.Auroc.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * What a signal does for a score.
 *
 * @param weight of the standardised signal, logits
 * @param contribution mean size of its contribution, logits
 * @param measured share of the runs that have it
 * @param alone area under the curve of the signal alone, in the direction of its weight
 */
record SignalUse(String signal, double weight, double contribution, double measured, double alone) {

  static List<SignalUse> of(LogisticModel model, List<LabelledRun> runs) {
    var uses = new ArrayList<SignalUse>();
    for (int j = 0; j < model.signals().size(); j++) {
      SignalWeight signal = model.signals().get(j);
      double size = 0;
      int measured = 0;
      var points = new ArrayList<Point>();
      for (LabelledRun run : runs) {
        Contribution part = model.score(run.signals()).contributions().get(j);
        size += Math.abs(part.contribution()) / runs.size();
        measured += part.raw() == null ? 0 : 1;
        double value = Math.signum(signal.weight()) * part.zscore();
        points.add(new Point(run.cluster(), run.flawed(), value, 0));
      }
      uses.add(
          new SignalUse(
              signal.signal(),
              signal.weight(),
              size,
              (double) measured / runs.size(),
              Auroc.area(points)));
    }
    return uses;
  }
}
