package glassbox.lab.world.text;

import glassbox.lab.world.facts.Attribute;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Ways to ask for an attribute, and the one sentence that states it. In a pattern {@code {e}} is
 * the entity, {@code {a|words}} words for the attribute, {@code {t}} the period, {@code {v}} the
 * value, {@code {u}} its unit.
 */
final class Phrasebook {

  /** Phrasings of every attribute. */
  static final int PHRASINGS = 5;

  private static final Map<Attribute, Entry> ENTRIES = new EnumMap<>(Attribute.class);

  private Phrasebook() {}

  /** Questions and the statement of one attribute. */
  record Entry(List<String> questions, String statement) {

    Entry {
      questions = List.copyOf(questions);
      if (questions.size() != PHRASINGS) {
        throw new IllegalArgumentException("not " + PHRASINGS + " phrasings of " + statement);
      }
    }
  }

  static Entry of(Attribute attribute) {
    Entry entry = ENTRIES.get(attribute);
    if (entry == null) {
      throw new IllegalArgumentException("there are no words for " + attribute);
    }
    return entry;
  }

  private static void put(Attribute attribute, String statement, String... questions) {
    ENTRIES.put(attribute, new Entry(List.of(questions), statement));
  }

  static {
    companies();
    medicines();
    materials();
    notes();
    lessons();
  }

  private static void companies() {
    put(
        Attribute.TOWN,
        "{e} is {a|based} in {v}.",
        "Where is {e} {a|based}?",
        "In which {a|town} is {e}?",
        "Name the {a|town} of {e}.",
        "What is the {a|town} of {e}?",
        "Tell me where {e} is {a|based}.");
    put(
        Attribute.PRODUCT,
        "{e} {a|makes} {v}.",
        "What does {e} {a|make}?",
        "Which {a|product} does {e} sell?",
        "Name the {a|product} of {e}.",
        "What is the {a|product} of {e}?",
        "Tell me what {e} {a|makes}.");
    put(
        Attribute.CURRENCY,
        "{e} {a|reports} in {v}.",
        "In which {a|currency} does {e} report?",
        "What is the {a|currency} of {e}?",
        "Name the {a|currency} of {e}.",
        "Which {a|currency} does {e} use?",
        "Tell me the {a|currency} of {e}.");
    for (Attribute item : List.of(Attribute.REVENUE, Attribute.COSTS, Attribute.PROFIT)) {
      String words = "{a|" + item.words() + "}";
      put(
          item,
          "The " + words + " of {e} in {t} was {v} {u}.",
          "What was the " + words + " of {e} in {t}?",
          "Give the {t} " + words + " of {e}.",
          "How much " + words + " did {e} report in {t}?",
          "Tell me the " + words + " of {e} in {t}.",
          "What " + words + " did {e} have in {t}?");
    }
    put(
        Attribute.REMEDY,
        "{e} {a|helps against} {v}.",
        "What does {e} {a|help against}?",
        "What is {e} {a|for}?",
        "Why do people {a|take} {e}?",
        "Against what does {e} {a|help}?",
        "Tell me what {e} is {a|for}.");
  }

  private static void medicines() {
    dose(Attribute.ADULT_DOSE, "adult", "an adult");
    dose(Attribute.CHILD_DOSE, "child", "a child");
    put(
        Attribute.INTERVAL,
        "{e} is given {a|every} {v} {u}.",
        "{a|How often} is {e} given?",
        "What is the {a|interval} of {e}?",
        "{a|Every how many hours} is {e} given?",
        "Give the {a|interval} of {e}.",
        "{a|How many hours} lie between doses of {e}?");
    put(
        Attribute.DAILY_LIMIT,
        "{a|No more than} {v} {u} of {e} a day.",
        "What is the {a|daily limit} of {e}?",
        "How many doses of {e} are {a|allowed a day}?",
        "Give the {a|limit} of {e} {a|per day}.",
        "How many doses of {e} may one {a|take a day}?",
        "Tell me the {a|daily limit} of {e}.");
    put(
        Attribute.DOSE_PER_KG,
        "The {a|dose} of {e} is {v} {u} {a|per kg}.",
        "What is the {a|dose} of {e} {a|per kg}?",
        "How many mg of {e} are given {a|per kg}?",
        "Give the {a|dose per kg} of {e}.",
        "How much {e} is given {a|per kg}?",
        "Tell me the {a|dose} of {e} {a|per kg}.");
    put(
        Attribute.LARGEST_DOSE,
        "The {a|largest dose} of {e} is {v} {u}.",
        "What is the {a|largest dose} of {e}?",
        "How much {e} may one dose be {a|at most}?",
        "Give the {a|largest dose} of {e}.",
        "What is the {a|most} {e} in one dose?",
        "Tell me the {a|largest dose} of {e}.");
    put(
        Attribute.CONTRAINDICATION,
        "{e} is {a|not for} people with {v}.",
        "Who {a|must not} take {e}?",
        "What {a|rules out} {e}?",
        "Name the condition that {a|rules out} {e}.",
        "With which condition is {e} {a|not given}?",
        "Tell me who {a|must not} take {e}.");
  }

  private static void dose(Attribute attribute, String patient, String who) {
    put(
        attribute,
        "The {a|" + patient + " dose} of {e} is {v} {u}.",
        "What is the {a|" + patient + " dose} of {e}?",
        "How much {e} does {a|" + who + "} take?",
        "Give the dose of {e} for {a|" + who + "}.",
        "What dose of {e} does {a|" + who + "} get?",
        "Tell me the {a|" + patient + " dose} of {e}.");
  }

  private static void materials() {
    put(
        Attribute.DENSITY,
        "The {a|density} of {e} is {v} {u}.",
        "What is the {a|density} of {e}?",
        "How {a|dense} is {e}?",
        "Give the {a|density} of {e}.",
        "How many {a|kg} is {a|a litre} of {e}?",
        "Tell me the {a|density} of {e}.");
    put(
        Attribute.MELTING_POINT,
        "The {a|melting point} of {e} is {v} {u}.",
        "What is the {a|melting point} of {e}?",
        "At how many degrees does {e} {a|melt}?",
        "Give the {a|melting point} of {e}.",
        "When does {e} {a|melt}?",
        "Tell me the {a|melting point} of {e}.");
    put(
        Attribute.SIZE,
        "The {e} {a|is} {v} {u}.",
        "What is the {e}?",
        "Give the {e}.",
        "How large is the {e}?",
        "Tell me the {e}.",
        "What value has the {e}?");
  }

  private static void notes() {
    put(
        Attribute.DATE,
        "Your {e} is {a|on} {v}.",
        "{a|When} is my {e}?",
        "Remind me {a|when} my {e} is.",
        "{a|What day} is my {e}?",
        "On {a|which day} is my {e}?",
        "Tell me {a|when} my {e} is.");
    put(
        Attribute.PLACE,
        "Your {e} is {a|in} the {v}.",
        "{a|Where} is my {e}?",
        "{a|Where} did I put my {e}?",
        "Tell me {a|where} my {e} is.",
        "{a|Where} can I find my {e}?",
        "In {a|which place} is my {e}?");
  }

  private static void lessons() {
    put(
        Attribute.MEANING,
        "A {e} {a|is} {v}.",
        "What is a {e}?",
        "{a|Define} {e}.",
        "What does {e} {a|mean}?",
        "Give the {a|meaning} of {e}.",
        "{a|Explain} the word {e}.");
    put(
        Attribute.BODY,
        "int {e}(int x){left}return {v};{right}",
        "Write the {a|method} {e}.",
        "Give the {a|code} of {e}.",
        "Write {e} in {a|Java}.",
        "How do you {a|write} {e}?",
        "Show the {a|method} {e}.");
  }
}
