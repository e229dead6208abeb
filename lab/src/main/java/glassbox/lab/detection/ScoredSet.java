package glassbox.lab.detection;

import glassbox.critics.score.LogisticModel;
import glassbox.critics.score.Scored;
import glassbox.lab.detection.Auroc.Point;
import java.util.List;

/**
 * Runs that a score was measured on.
 *
 * @param id name in files
 * @param words what they are
 * @param held whether the bar is for them
 * @param points the runs with their scores, at least one
 * @param auroc how well the score tells them apart
 * @param reliability whether its probability is one
 */
record ScoredSet(
    String id,
    String words,
    boolean held,
    List<Point> points,
    Auroc auroc,
    Reliability reliability) {

  ScoredSet {
    points = List.copyOf(points);
  }

  static ScoredSet of(String id, String words, boolean held, List<Point> points) {
    return new ScoredSet(id, words, held, points, Auroc.of(points), Reliability.of(points));
  }

  static Point point(LogisticModel model, LabelledRun run) {
    Scored scored = model.score(run.signals());
    return new Point(run.cluster(), run.flawed(), scored.logit(), scored.probability());
  }

  static List<Point> points(LogisticModel model, List<LabelledRun> runs) {
    return runs.stream().map(run -> point(model, run)).toList();
  }
}
