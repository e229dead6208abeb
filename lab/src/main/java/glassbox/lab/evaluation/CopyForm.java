package glassbox.lab.evaluation;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.Concept;
import glassbox.lab.world.label.ConceptType;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import java.util.Locale;

/** Where a number stands that is to be copied. */
public enum CopyForm {
  /** The only number of a list to say again. */
  ALONE,
  /** The second number of a list to say again. */
  SECOND,
  /** What a worked conversion is given. */
  GIVEN;

  private static final Concept COPIED = new Concept(ConceptType.NUMBER, "given");

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A question and its answer; {@code number} alone is labelled as a number. */
  LabelledText text(String number, String other) {
    Phrase copied = Phrase.of(number, COPIED);
    return switch (this) {
      case ALONE ->
          LabelledText.dialogue(
              Domain.GENERAL,
              Phrase.of("Say again: " + number + " g"),
              Phrase.join(copied, Phrase.of(" g")));
      case SECOND ->
          LabelledText.dialogue(
              Domain.GENERAL,
              Phrase.of("Say again: " + other + " m; " + number + " g"),
              Phrase.join(Phrase.of(other + " m; "), copied, Phrase.of(" g")));
      case GIVEN ->
          LabelledText.dialogue(
              Domain.QUANTITIES,
              Phrase.of("How many kilograms are " + number + " g?"),
              Phrase.join(Phrase.of("[Given] "), copied, Phrase.of(" g; kg")));
    };
  }
}
