package glassbox.esi.decoding;

import glassbox.esi.heat.Heat;
import glassbox.esi.run.Stage;
import java.util.List;
import java.util.Optional;

/**
 * One pass over an answer.
 *
 * @param number within the run, from 0; also the number of its block
 * @param stage it belongs to
 * @param heat its drawn tokens are sampled at
 * @param seed of its draws
 * @param prefix ids of the answer's side so far, as earlier passes wrote them
 * @param segments done one after another, whatever ended the one before; at least one
 * @param instruction shown to the model with the question, encoded with special tokens off: what a
 *     repair is to mend
 */
public record Pass(
    int number,
    Stage stage,
    Heat heat,
    long seed,
    List<Integer> prefix,
    List<Segment> segments,
    Optional<String> instruction) {
  public Pass {
    prefix = List.copyOf(prefix);
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a pass has at least one segment");
    }
  }
}
