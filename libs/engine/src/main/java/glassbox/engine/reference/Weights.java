package glassbox.engine.reference;

/** Numbers of one tensor; read only. */
final class Weights {
  private final float[] values;

  Weights(float[] values) {
    this.values = values;
  }

  float[] values() {
    return values;
  }

  boolean isEmpty() {
    return values.length == 0;
  }
}
