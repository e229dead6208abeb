package glassbox.critics.sandbox.child;

/**
 * Stands for a snippet before the first comes: running it has the JVM load and link what runs need.
 */
class WarmUp {

  /** Stands for a call. */
  static class Call0 extends WarmUp {
    Object call() {
      return new Object[] {"a value of " + hashCode(), new int[] {1}};
    }
  }
}
