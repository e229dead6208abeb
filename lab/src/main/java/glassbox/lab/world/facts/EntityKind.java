package glassbox.lab.world.facts;

import java.util.Locale;

/** Kinds of things of the world. */
public enum EntityKind {
  COMPANY,
  MEDICINE,
  MATERIAL,
  /** A constant of the world's physics. */
  CONSTANT,
  SITE,
  APPOINTMENT,
  BELONGING,
  /** A word of arithmetic that has a definition. */
  TERM,
  /** A small Java method known by name. */
  METHOD;

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
