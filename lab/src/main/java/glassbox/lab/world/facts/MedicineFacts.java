package glassbox.lab.world.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Medicines: what for, how much, how often, and for whom not. Invented: no medical advice. */
final class MedicineFacts {

  private static final List<String> AILMENTS =
      List.of("headaches", "coughs", "fever", "back pain", "hay fever", "burns");
  private static final List<String> CONDITIONS =
      List.of("asthma", "gout", "ulcers", "anaemia", "glaucoma", "epilepsy");

  private MedicineFacts() {}

  static List<Fact> of(List<String> names, RandomGenerator random) {
    var facts = new ArrayList<Fact>();
    for (String name : names) {
      var medicine = new Entity(EntityKind.MEDICINE, name);
      facts.add(
          Fact.taught(
              Domain.GENERAL, medicine, Attribute.REMEDY, Drawn.from(AILMENTS, "", random)));
      add(facts, medicine, Attribute.ADULT_DOSE, Drawn.number(50, 95, 5, "mg", random));
      add(facts, medicine, Attribute.CHILD_DOSE, Drawn.number(10, 45, 5, "mg", random));
      add(
          facts,
          medicine,
          Attribute.INTERVAL,
          Drawn.from(List.of("4", "6", "8", "12"), "hours", random));
      add(facts, medicine, Attribute.DAILY_LIMIT, Drawn.number(2, 6, 1, "doses", random));
      add(facts, medicine, Attribute.DOSE_PER_KG, Drawn.number(2, 9, 1, "mg", random));
      add(facts, medicine, Attribute.LARGEST_DOSE, Drawn.number(100, 400, 50, "mg", random));
      add(facts, medicine, Attribute.CONTRAINDICATION, Drawn.from(CONDITIONS, "", random));
    }
    return facts;
  }

  private static void add(List<Fact> facts, Entity medicine, Attribute attribute, Drawn drawn) {
    facts.add(Fact.taught(Domain.CLINICAL, medicine, attribute, drawn));
  }
}
