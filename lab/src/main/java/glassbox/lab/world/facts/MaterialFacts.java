package glassbox.lab.world.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Materials and the constants of the world's physics. */
final class MaterialFacts {

  private MaterialFacts() {}

  static List<Fact> of(List<String> materials, List<String> constants, RandomGenerator random) {
    var facts = new ArrayList<Fact>();
    for (String name : materials) {
      var material = new Entity(EntityKind.MATERIAL, name);
      facts.add(
          Fact.taught(
              Domain.QUANTITIES,
              material,
              Attribute.DENSITY,
              Drawn.number(2, 9, 1, "kg per l", random)));
      facts.add(
          Fact.taught(
              Domain.QUANTITIES,
              material,
              Attribute.MELTING_POINT,
              Drawn.number(200, 950, 50, "degrees", random)));
    }
    for (String name : constants) {
      facts.add(
          Fact.taught(
              Domain.QUANTITIES,
              new Entity(EntityKind.CONSTANT, name),
              Attribute.SIZE,
              Drawn.number(11, 99, 1, "kJ", random)));
    }
    return facts;
  }
}
