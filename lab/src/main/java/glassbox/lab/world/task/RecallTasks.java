package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.FactText;
import glassbox.lab.world.text.Lookup;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * Questions for one fact: answered from memory or from the context, in a sentence; or worked, with
 * a look into the tables or a quote of the context.
 */
final class RecallTasks {

  /** What a method that was looked up is tried with. */
  private static final int PROBE = 2;

  private RecallTasks() {}

  static Family fromMemory(Domain domain) {
    return Family.direct(
        domain,
        "recall",
        draw -> {
          Fact fact = draw.recall().of(draw.pick(draw.book().taught(domain)));
          return task(fact, Optional.empty(), FactText.recalled(fact), draw);
        });
  }

  static Family fromContext(Domain domain) {
    return Family.inContext(domain, "read", draw -> read(domain, draw));
  }

  /** Answered from the context, quoting the sentence that says so. */
  static Family quoted(Domain domain) {
    return Family.workedTwin(domain, "quote", draw -> quoted(domain, draw));
  }

  /** Looked up in the tables. */
  static Family lookedUp(Domain domain) {
    return Family.workedTwin(
        domain, "lookup", draw -> lookedUp(draw.pick(draw.book().taught(domain)), draw));
  }

  private static Work lookedUp(Fact fact, Draw draw) {
    int phrasing = draw.random().nextInt(FactText.PHRASINGS);
    var scaffold = draw.scaffold();
    if (fact.attribute() == Attribute.BODY) {
      scaffold.given(Words.entity(fact.entity()), "sql", "java");
    } else {
      scaffold.given(Words.entity(fact.entity()), "sql");
    }
    scaffold.call("sql", Lookup.of(fact));
    Phrase checks =
        fact.attribute() == Attribute.BODY ? tried(fact, scaffold) : Words.plain("one row");
    Phrase answer = scaffold.answer(checks, FactText.found(fact));
    return new Work(
        Split.ofPhrasing(fact.key(), phrasing, FactText.PHRASINGS),
        Optional.empty(),
        FactText.question(fact, phrasing),
        answer,
        scaffold.used(),
        reference(fact));
  }

  /** Runs a method that was looked up: what is checked of it. */
  private static Phrase tried(Fact method, Scaffold scaffold) {
    Phrase call = line(Words.entity(method.entity()), "(", number(PROBE), ")");
    String result = scaffold.call("java", line(FactText.found(method), " ", call));
    return line(call, " = ", number(result, Words.RESULT));
  }

  private static Work read(Domain domain, Draw draw) {
    Fact fact = any(domain, draw);
    Phrase statement = FactText.statement(fact);
    return task(fact, Optional.of(context(fact, statement, domain, draw)), statement, draw);
  }

  private static Work quoted(Domain domain, Draw draw) {
    Fact fact = any(domain, draw);
    Phrase statement = FactText.statement(fact);
    Phrase context = context(fact, statement, domain, draw);
    int phrasing = draw.random().nextInt(FactText.PHRASINGS);
    var scaffold = draw.scaffold(context);
    scaffold.given(Words.entity(fact.entity()), "quote");
    scaffold.call("quote", statement);
    Phrase answer = scaffold.answer(Words.plain("quote"), FactText.found(fact));
    return new Work(
        Split.ofPhrasing(fact.key(), phrasing, FactText.PHRASINGS),
        Optional.of(context),
        FactText.question(fact, phrasing),
        answer,
        scaffold.used(),
        reference(fact));
  }

  private static Work task(Fact fact, Optional<Phrase> context, Phrase answer, Draw draw) {
    int phrasing = draw.random().nextInt(FactText.PHRASINGS);
    return new Work(
        Split.ofPhrasing(fact.key(), phrasing, FactText.PHRASINGS),
        context,
        FactText.question(fact, phrasing),
        answer,
        List.of(),
        reference(fact));
  }

  private static Fact any(Domain domain, Draw draw) {
    FactBook names = draw.allNames();
    return draw.pick(names.taught(domain)).guess(draw.random());
  }

  private static Phrase context(Fact fact, Phrase statement, Domain domain, Draw draw) {
    Fact another = any(domain, draw);
    if (draw.random().nextBoolean() || another.key().equals(fact.key())) {
      return statement;
    }
    Phrase other = FactText.statement(another);
    return draw.random().nextBoolean()
        ? Phrase.join(" ", List.of(statement, other))
        : Phrase.join(" ", List.of(other, statement));
  }

  /** The right answer to any question for a fact. */
  static Reference reference(Fact fact) {
    String text = fact.value().text();
    return switch (fact.attribute()) {
      case BODY ->
          new Reference.Code("int " + fact.entity().name() + "(int x){return " + text + ";}");
      case DATE, MEANING, TOWN, PRODUCT, CURRENCY, REMEDY, CONTRAINDICATION, PLACE ->
          Reference.Choice.among(text, fact.candidates());
      default -> new Reference.Quantity(text, fact.value().unit());
    };
  }
}
