package glassbox.engine.checkpoint.broken;

import glassbox.engine.decoder.Decoder;

/** A checkpoint does not know who runs it. */
public final class CheckpointThatDecodes {

  Class<?> above() {
    return Decoder.class;
  }
}
