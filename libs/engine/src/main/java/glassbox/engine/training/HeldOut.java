package glassbox.engine.training;

import java.util.List;

/**
 * Text that is watched and not trained on. The weights of the lowest loss on it are kept, and
 * training stops early when the loss has not fallen for a while. The loss is that of the full
 * model, plus the legible twin's where it is trained.
 *
 * @param examples what is watched
 * @param every steps between two looks
 * @param patience looks without a new lowest loss after which training stops
 */
public record HeldOut(List<Example> examples, int every, int patience) {

  public HeldOut {
    examples = List.copyOf(examples);
    if (examples.isEmpty() || every < 1 || patience < 1) {
      throw new IllegalArgumentException("held-out text, every and patience must not be empty");
    }
  }
}
