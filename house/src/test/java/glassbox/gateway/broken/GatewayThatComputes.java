package glassbox.gateway.broken;

import ai.djl.ndarray.NDManager;

/** Tensors outside the engine. */
public final class GatewayThatComputes {

  NDManager manager() {
    return NDManager.newBaseManager();
  }
}
