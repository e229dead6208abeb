package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Entity;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.FactText;
import glassbox.lab.world.text.Lookup;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules of medicines, and doses for a weight. Invented: no medical advice. */
final class ClinicalTasks {

  private static final int LIGHTEST = 5;
  private static final int HEAVIEST = 99;
  private static final int HOURS = 24;

  private ClinicalTasks() {}

  static List<Family> families() {
    return List.of(
        RecallTasks.fromMemory(Domain.CLINICAL),
        RecallTasks.fromContext(Domain.CLINICAL),
        RecallTasks.quoted(Domain.CLINICAL),
        RecallTasks.lookedUp(Domain.CLINICAL),
        Family.worked(Domain.CLINICAL, "dose", ClinicalTasks::dose),
        Family.worked(Domain.CLINICAL, "rule", ClinicalTasks::rule),
        Family.worked(Domain.CLINICAL, "day", ClinicalTasks::day));
  }

  private static Work dose(Draw draw) {
    String medicine = draw.name(EntityKind.MEDICINE);
    String weight = weight(draw);
    Phrase prompt =
        draw.words(
            slots(medicine, weight),
            "What {d|dose} of {e} is right for {w}?",
            "A patient weighs {w}. Which {d|dose} of {e}?",
            "Give the {d|dose} of {e} for {w}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(given(weight, medicine), "sql", "calculator");
    Phrase query =
        Lookup.of(
            new Entity(EntityKind.MEDICINE, medicine),
            Attribute.DOSE_PER_KG,
            Attribute.LARGEST_DOSE);
    String[] rule = scaffold.call("sql", query).split(" ");
    return weighed(
        scaffold,
        Optional.empty(),
        prompt,
        weight,
        number(rule[0], Words.RESULT),
        number(rule[1], Words.RESULT),
        medicine);
  }

  private static Work rule(Draw draw) {
    String medicine = draw.pick(draw.allNames().names(EntityKind.MEDICINE));
    Fact perKg = guess(medicine, Attribute.DOSE_PER_KG, draw);
    Fact largest = guess(medicine, Attribute.LARGEST_DOSE, draw);
    String weight = weight(draw);
    Phrase context =
        Phrase.join(" ", List.of(FactText.statement(perKg), FactText.statement(largest)));
    Phrase prompt =
        draw.words(
            slots(medicine, weight),
            "By these rules, what {d|dose} of {e} is right for {w}?",
            "By these rules, give the {d|dose} of {e} for {w}.",
            "A patient weighs {w}. By these rules, which {d|dose} of {e}?");
    Scaffold scaffold = draw.scaffold(context);
    scaffold.given(given(weight, medicine), "calculator");
    return weighed(
        scaffold,
        Optional.of(context),
        prompt,
        weight,
        value(perKg, Words.GIVEN),
        value(largest, Words.GIVEN),
        medicine);
  }

  private static Work weighed(
      Scaffold scaffold,
      Optional<Phrase> context,
      Phrase prompt,
      String weight,
      Phrase perKg,
      Phrase largest,
      String medicine) {
    Phrase product = line(perKg, operation("*", "multiply"), number(weight, Words.GIVEN));
    String result =
        scaffold.call(
            "calculator", line(operation("min", "limit"), "(", product, ",", largest, ")"));
    Phrase answer =
        scaffold.answer(line("at most ", largest, " ", Words.unit("mg")), milligrams(result));
    return new Work(
        Split.of("dose|" + medicine + "|" + weight),
        context,
        prompt,
        answer,
        scaffold.used(),
        new Reference.Quantity(result, "mg"));
  }

  private static Work day(Draw draw) {
    String medicine = draw.name(EntityKind.MEDICINE);
    int dose = draw.number(5, 199);
    String hours = draw.pick(List.of("2", "3", "4", "6", "8", "12"));
    Phrase prompt =
        draw.words(
            Map.of(
                "e", entity(medicine),
                "q", line(number(dose), " ", Words.unit("mg")),
                "h", line(number(hours, Words.GIVEN), " ", Words.unit("hours"))),
            "How many mg a day are {q} of {e} every {h}?",
            "A patient gets {q} of {e} every {h}. How much is that a day?",
            "Give the daily amount of {e} at {q} every {h}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(
        line(
            number(dose),
            " ",
            Words.unit("mg"),
            "; ",
            number(hours, Words.GIVEN),
            " ",
            Words.unit("hours")),
        "calculator");
    String result =
        scaffold.call(
            "calculator",
            line(
                number(dose),
                operation("*", "multiply"),
                Integer.toString(HOURS),
                operation("/", "divide"),
                number(hours, Words.GIVEN)));
    Phrase answer = scaffold.answer(line("unit ", Words.unit("mg")), milligrams(result));
    return Draw.worked(
        "day|" + dose + "|" + hours,
        prompt,
        scaffold,
        answer,
        new Reference.Quantity(result, "mg"));
  }

  private static Phrase given(String weight, String medicine) {
    return line(kilograms(weight), "; ", entity(medicine));
  }

  private static Fact guess(String medicine, Attribute attribute, Draw draw) {
    return draw.allNames().find(medicine, attribute).orElseThrow().guess(draw.random());
  }

  private static Phrase value(Fact fact, String part) {
    return number(fact.value().text(), part);
  }

  private static String weight(Draw draw) {
    return Integer.toString(draw.number(LIGHTEST, HEAVIEST));
  }

  private static Map<String, Phrase> slots(String medicine, String weight) {
    return Map.of(
        "e", entity(medicine),
        "w", kilograms(weight),
        "d", Words.attribute("-", Attribute.DOSE_PER_KG));
  }

  private static Phrase kilograms(String weight) {
    return line(number(weight, Words.GIVEN), " ", Words.unit("kg"));
  }

  private static Phrase milligrams(String result) {
    return line(number(result, Words.RESULT), " ", Words.unit("mg"));
  }

  private static Phrase entity(String medicine) {
    return Words.entity(new Entity(EntityKind.MEDICINE, medicine));
  }
}
