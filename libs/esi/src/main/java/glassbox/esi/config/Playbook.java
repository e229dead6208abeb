package glassbox.esi.config;

import java.util.Arrays;
import java.util.Locale;

/** Whose remedies apply where parts of the source disagree. */
public enum Playbook {
  /** The table of Part 11.4: loops cool the draft, collapse warms it, contradictions get trace. */
  TABLE,
  /** Part 4.5: loops warm the draft, collapse moves plan to glue, contradictions cool the draft. */
  PARTS;

  static Playbook of(String name) {
    return Arrays.stream(values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("playbook is table or parts, not " + name));
  }
}
