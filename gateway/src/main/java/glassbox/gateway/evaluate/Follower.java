package glassbox.gateway.evaluate;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.esi.orchestration.RunListener;
import glassbox.gateway.downstream.Inference;
import org.jspecify.annotations.Nullable;

/** Who follows an evaluation while it goes on. */
interface Follower {

  /** Nobody: the answer is waited for. */
  Follower NOBODY =
      new Follower() {
        @Override
        public Generation generation(Inference inference, GenerationRequest request) {
          return inference.run(request);
        }

        @Override
        public RunListener listener(@Nullable String agent) {
          return RunListener.SILENT;
        }
      };

  /**
   * Has a plain pass made.
   *
   * @throws glassbox.gateway.esi.CallerGone when nobody waits for it any more
   */
  Generation generation(Inference inference, GenerationRequest request);

  /**
   * Hears of a run through phases.
   *
   * @param agent whose part it is, on a thread of its own; null in a run of one
   */
  RunListener listener(@Nullable String agent);
}
