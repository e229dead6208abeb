package glassbox.shell.problem;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a service turns one of its domain exceptions into a problem. Declared as beans; the first
 * that matches is taken.
 */
@FunctionalInterface
public interface ProblemMapping {

  /** The problem for {@code exception}, or empty when this mapping does not know it. */
  Optional<ProblemException> map(Throwable exception);

  /** Maps exceptions of {@code kind} and its subclasses. */
  static <E extends Throwable> ProblemMapping of(
      Class<E> kind, Function<E, ProblemException> mapping) {
    return exception ->
        kind.isInstance(exception)
            ? Optional.of(mapping.apply(kind.cast(exception)))
            : Optional.empty();
  }
}
