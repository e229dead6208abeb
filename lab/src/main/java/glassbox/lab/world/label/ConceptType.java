package glassbox.lab.world.label;

import java.util.Locale;

/** Kinds of latent concepts. */
public enum ConceptType {
  /** A company, medicine, material, site, person, thing. */
  ENTITY,
  /** What is said of an entity: revenue, adult dose, town. */
  ATTRIBUTE,
  /** A quarter, year or day. */
  TIME,
  /** A number, by the part it plays: given, recalled, result, limit. */
  NUMBER,
  /** A unit of measure or currency. */
  UNIT,
  /** What is done: add, convert, query, or the tool's name. */
  OPERATION,
  /** A field of the scaffold, its marker and its content. */
  FIELD,
  /** The domain of the whole text. */
  DOMAIN,
  /** What cannot be read in the prompt, the context or a result: it must be known. */
  KNOWLEDGE,
  /**
   * Words that could as well be others (docs/adr/0006): they say nothing of the task. Whoever
   * measures entropy, loss or exact match must be able to leave them out.
   */
  FREE;

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
