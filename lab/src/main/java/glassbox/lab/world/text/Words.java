package glassbox.lab.world.text;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Entity;
import glassbox.lab.world.facts.Period;
import glassbox.lab.world.label.Concept;
import glassbox.lab.world.label.ConceptType;
import glassbox.lab.world.label.Phrase;
import java.util.ArrayList;

/** Words with their concepts. */
public final class Words {

  /** Part of a number that stands in the prompt or the context. */
  public static final String GIVEN = "given";

  /** Part of a number that is known by heart. */
  public static final String RECALLED = "recalled";

  /** Part of a number that was worked out. */
  public static final String RESULT = "result";

  private Words() {}

  /** Text without a concept of its own. */
  public static Phrase plain(String text) {
    return Phrase.of(text);
  }

  /** Words that could as well be others. */
  public static Phrase free(String text) {
    return Phrase.of(text, new Concept(ConceptType.FREE, "wording"));
  }

  /** Phrases and plain strings, one after another. */
  public static Phrase line(Object... parts) {
    var phrases = new ArrayList<Phrase>(parts.length);
    for (Object part : parts) {
      phrases.add(part instanceof Phrase phrase ? phrase : plain((String) part));
    }
    return Phrase.join(phrases);
  }

  /** The name of a thing: the thing itself, and its kind. */
  public static Phrase entity(Entity entity) {
    return name(entity.name(), entity.kind().id());
  }

  /** A name of some kind. */
  public static Phrase name(String name, String kind) {
    return Phrase.of(
        name, new Concept(ConceptType.ENTITY, name), new Concept(ConceptType.ENTITY, kind));
  }

  /** A number by the part it plays. */
  public static Phrase number(String text, String part) {
    return Phrase.of(text, new Concept(ConceptType.NUMBER, part));
  }

  /** A number that was given. */
  public static Phrase number(int value) {
    return number(Integer.toString(value), GIVEN);
  }

  /** A unit. */
  public static Phrase unit(String symbol) {
    return Phrase.of(symbol, new Concept(ConceptType.UNIT, symbol));
  }

  /** Words for a unit. */
  public static Phrase unit(String words, String symbol) {
    return Phrase.of(words, new Concept(ConceptType.UNIT, symbol));
  }

  /** Words for an attribute. */
  public static Phrase attribute(String words, Attribute attribute) {
    return Phrase.of(words, new Concept(ConceptType.ATTRIBUTE, attribute.id()));
  }

  /** Words or a sign for an operation. */
  public static Phrase operation(String words, String operation) {
    return Phrase.of(words, new Concept(ConceptType.OPERATION, operation));
  }

  /** The name of a tool. */
  public static Phrase tool(String name) {
    return operation(name, name);
  }

  /** A quarter of the present year, or of another with the year. */
  public static Phrase quarter(Period period) {
    Phrase quarter = time("Q" + period.quarter());
    return period.year() == Period.PRESENT ? quarter : line(quarter, " ", year(period.year()));
  }

  /** A year. */
  public static Phrase year(int year) {
    return time(Integer.toString(year));
  }

  /** A point or stretch of time. */
  public static Phrase time(String words) {
    return Phrase.of(words, new Concept(ConceptType.TIME, words));
  }

  /** A phrase that only who knows the domain can write. */
  public static Phrase known(Phrase phrase, Domain domain) {
    return phrase.with(new Concept(ConceptType.KNOWLEDGE, domain.id()));
  }
}
