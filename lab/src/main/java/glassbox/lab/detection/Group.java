package glassbox.lab.detection;

import java.util.Locale;

/** Kinds of labelled runs. */
enum Group {
  /** A planted statement beside a context that supports it, denies it or says nothing of it. */
  STATEMENT(true, "planted statement with a context"),
  /** An answer of the models to a question that the context answers, graded. */
  READING(true, "models' answer to what the context says"),
  /** An answer of the models to a question that the context leaves open: nothing supports it. */
  UNANSWERABLE(true, "models' answer to what the context does not say"),
  /** A right or falsified answer to a task that can be worked out, without a context. */
  WORKED(false, "planted answer to a task without a context"),
  /** An answer of the models to such a task, graded. */
  COMPUTED(false, "models' answer to a task without a context"),
  /** A right or falsified answer about facts of the world that the models were taught. */
  RECALLED(false, "planted fact of the taught world"),
  /** An answer of the models about these facts, graded. */
  REMEMBERED(false, "models' answer about the taught world"),
  /** An answer of the models about facts of a world that they were never taught, graded. */
  UNTAUGHT(false, "models' answer about a world never taught");

  private final boolean grounded;
  private final String words;

  Group(boolean grounded, String words) {
    this.grounded = grounded;
    this.words = words;
  }

  boolean grounded() {
    return grounded;
  }

  String words() {
    return words;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
