package glassbox.engine.federation;

import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.LegibleChannel;
import java.util.Optional;

/**
 * A specialist of a federation.
 *
 * @param id registry alias
 * @param digest hex SHA-256 over its files
 * @param model what computes it; members with the same model object share each forward
 * @param lane its lane in the model: 0 the base itself, i the i-th adapter
 */
public record Member(String id, String digest, ForwardModel model, int lane) {
  public Member {
    if (lane < 0 || lane >= model.lanes()) {
      throw new IllegalArgumentException(
          "%s: lane %d of a model with %d lanes".formatted(id, lane, model.lanes()));
    }
  }

  /** Its legible channel; empty for an opaque specialist. */
  public Optional<LegibleChannel> channel() {
    return model.channel(lane);
  }
}
