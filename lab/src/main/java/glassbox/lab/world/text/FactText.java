package glassbox.lab.world.text;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.facts.Value;
import glassbox.lab.world.label.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Questions for a fact, and the fact as a sentence. */
public final class FactText {

  /** Ways to ask for each fact. */
  public static final int PHRASINGS = Phrasebook.PHRASINGS;

  private static final String MILLION = "million ";

  private FactText() {}

  /** One way to ask for the fact's value, of {@link #PHRASINGS}. */
  public static Phrase question(Fact fact, int phrasing) {
    return Phrase.fill(
        Phrasebook.of(fact.attribute()).questions().get(phrasing), slots(fact, Words.GIVEN));
  }

  /** The fact as a sentence, its value read somewhere. */
  public static Phrase statement(Fact fact) {
    return statement(fact, slots(fact, Words.GIVEN));
  }

  /** The fact as a sentence, its value known by heart. */
  public static Phrase recalled(Fact fact) {
    Map<String, Phrase> slots = slots(fact, Words.RECALLED);
    slots.put("v", value(fact, Words.RECALLED, part -> Words.known(part, fact.domain())));
    if (!fact.value().unit().isEmpty()) {
      slots.put("u", recalledUnit(fact));
    }
    return statement(fact, slots);
  }

  private static Phrase statement(Fact fact, Map<String, Phrase> slots) {
    return Phrase.fill(Phrasebook.of(fact.attribute()).statement(), slots);
  }

  /** The answer to a question for a fact whose value was found somewhere. */
  public static Phrase found(Fact fact) {
    if (fact.attribute() == Attribute.BODY) {
      return statement(fact);
    }
    Phrase value = value(fact, Words.GIVEN);
    return fact.value().unit().isEmpty() ? value : Words.line(value, " ", unit(fact.value()));
  }

  /** A value: a number by the part it plays, or words. */
  public static Phrase value(Fact fact, String part) {
    return value(fact, part, UnaryOperator.identity());
  }

  /** A value whose parts are marked: the "at" of a day and an hour is form, anyone can write it. */
  private static Phrase value(Fact fact, String part, UnaryOperator<Phrase> mark) {
    String text = fact.value().text();
    if (fact.attribute() == Attribute.DATE) {
      int at = text.indexOf(" at ");
      return Words.line(
          mark.apply(Words.time(text.substring(0, at))),
          " at ",
          mark.apply(Words.number(text.substring(at + 4), part)));
    }
    return mark.apply(
        Character.isDigit(text.charAt(0)) && fact.attribute() != Attribute.BODY
            ? Words.number(text, part)
            : Words.name(text, fact.attribute().id()));
  }

  private static Map<String, Phrase> slots(Fact fact, String part) {
    var slots = new LinkedHashMap<String, Phrase>();
    slots.put("e", Words.entity(fact.entity()));
    slots.put("a", Words.attribute("-", fact.attribute()));
    slots.put("v", value(fact, part));
    slots.put("left", Words.plain("{"));
    slots.put("right", Words.plain("}"));
    fact.period().ifPresent(period -> slots.put("t", Words.quarter(period)));
    if (!fact.value().unit().isEmpty()) {
      slots.put("u", unit(fact.value()));
    }
    return slots;
  }

  /** The unit of a fact known by heart: a currency is known too, other units go with the form. */
  public static Phrase recalledUnit(Fact fact) {
    return unit(fact.value(), currency -> Words.known(Words.unit(currency), fact.domain()));
  }

  /** The unit of a value; it must have one. */
  public static Phrase unit(Value value) {
    return unit(value, Words::unit);
  }

  private static Phrase unit(Value value, Function<String, Phrase> currency) {
    return value.unit().startsWith(MILLION)
        ? Words.line(MILLION, currency.apply(value.unit().substring(MILLION.length())))
        : Words.unit(value.unit());
  }
}
