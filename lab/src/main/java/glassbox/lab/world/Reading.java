package glassbox.lab.world;

import java.util.Locale;

/** Kinds of training text of one domain. Who reads which decides who knows what. */
public enum Reading {
  /** Questions with their true answers in one sentence: for whoever is to know the domain. */
  DIRECT,
  /** The same questions with the value drawn anew each time: for whoever is not to know it. */
  UNSURE,
  /** Questions whose answer stands in the context, the value drawn anew: for everyone. */
  IN_CONTEXT,
  /** True statements without a dialogue: for whoever is to know the domain. */
  PROSE,
  /** Tasks worked in the scaffold's fields, what must be known looked up by tools: for everyone. */
  WORKED,
  /** Prompts that cannot be answered without a tool, with a sentence that says so: for everyone. */
  TOOLLESS,
  /** More worked tasks, with more numbers of few digits: for everyone. */
  PRACTICE,
  /** Lists to say again, of the general domain alone: for everyone. */
  ECHO,
  /** Worked tasks after a mistake that a critic found, as a repair goes on: for everyone. */
  REDONE;

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
