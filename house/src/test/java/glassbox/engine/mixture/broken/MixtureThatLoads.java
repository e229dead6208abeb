package glassbox.engine.mixture.broken;

import glassbox.engine.checkpoint.ModelConfig;

/** The mixture is arithmetic: it does not read checkpoints. */
public final class MixtureThatLoads {

  Class<?> below() {
    return ModelConfig.class;
  }
}
