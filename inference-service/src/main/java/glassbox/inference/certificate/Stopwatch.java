package glassbox.inference.certificate;

/** What a thread's work has cost so far, in nanoseconds; never runs back. */
@FunctionalInterface
public interface Stopwatch {

  /** The calling thread's cost so far. */
  long nanos();
}
