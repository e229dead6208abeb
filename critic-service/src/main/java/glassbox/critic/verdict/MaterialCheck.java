package glassbox.critic.verdict;

import glassbox.contracts.verdict.Material;
import glassbox.contracts.verdict.PlanTask;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names what is wrong with the material of domain critics. */
final class MaterialCheck {
  private static final int MOST_PLACES = 2000;
  private static final int MOST_ROADS = 20_000;
  private static final int MOST_TESTS = 32;
  private static final int LONGEST_CALL = 1000;
  private static final int MOST_AGENTS = 32;
  private static final double LARGEST = 1e12;
  private final CriticSettings.Limits limits;
  private final Rule rule;

  private MaterialCheck(CriticSettings.Limits limits, Rule rule) {
    this.limits = limits;
    this.rule = rule;
  }

  /** Takes what holds, the field it is about and what must hold. */
  interface Rule {
    /** Notes the field where it does not hold. */
    void that(boolean holds, String field, String message);
  }

  static void require(Material material, CriticSettings.Limits limits, Rule rule) {
    MaterialCheck check = new MaterialCheck(limits, rule);
    check.documents(material.documents());
    check.tests(material.tests());
    check.agents(material.agents());
    PlanTask plan = material.plan();
    if (plan != null) {
      check.plan(plan);
    }
  }

  private void documents(List<Material.SourceDocument> documents) {
    most(documents, limits.fragments(), "material.documents");
    Set<String> ids = new HashSet<>();
    long length = 0;
    for (int i = 0; i < documents.size(); i++) {
      String at = "material.documents." + i + ".id";
      rule.that(!documents.get(i).id().isBlank(), at, "must not be blank");
      rule.that(ids.add(documents.get(i).id()), at, "must not be used twice");
      length += documents.get(i).text().length();
    }
    rule.that(
        length <= limits.text(),
        "material.documents",
        "must have at most " + limits.text() + " characters together");
  }

  private void tests(List<Material.CodeTest> tests) {
    most(tests, MOST_TESTS, "material.tests");
    for (int i = 0; i < tests.size(); i++) {
      boolean fits =
          tests.get(i).call().length() <= LONGEST_CALL
              && tests.get(i).expected().length() <= LONGEST_CALL;
      rule.that(
          fits && !tests.get(i).call().isBlank(),
          "material.tests." + i,
          "must have a call and a value of at most " + LONGEST_CALL + " characters");
    }
  }

  private void agents(List<Material.AgentAnswer> agents) {
    most(agents, MOST_AGENTS, "material.agents");
    for (int i = 0; i < agents.size(); i++) {
      rule.that(
          agents.get(i).answer().length() <= limits.text(),
          "material.agents." + i + ".answer",
          "must have at most " + limits.text() + " characters");
    }
  }

  private void plan(PlanTask plan) {
    most(plan.places(), MOST_PLACES, "material.plan.places");
    most(plan.roads(), MOST_ROADS, "material.plan.roads");
    Set<String> places = new HashSet<>(plan.places());
    rule.that(
        places.size() == plan.places().size() && places.stream().noneMatch(String::isBlank),
        "material.plan.places",
        "must be names, each once");
    for (int i = 0; i < plan.roads().size(); i++) {
      PlanTask.Road road = plan.roads().get(i);
      String at = "material.plan.roads." + i;
      rule.that(
          places.contains(road.from()) && places.contains(road.to()),
          at,
          "must join places of the map");
      rule.that(
          positive(road.km()) && (road.fastest() == null || positive(road.fastest())),
          at,
          "must have a length and a speed above 0");
    }
    known(plan.start(), places, "start");
    known(plan.goal(), places, "goal");
    rule.that(places.containsAll(plan.visit()), "material.plan.visit", "must be places");
    rule.that(places.containsAll(plan.avoid()), "material.plan.avoid", "must be places");
    vehicle(plan.vehicle());
    bounds(plan.limits());
  }

  private void known(@Nullable String place, Set<String> places, String field) {
    rule.that(
        place == null || places.contains(place),
        "material.plan." + field,
        "must be a place of the map");
  }

  private void vehicle(PlanTask.@Nullable Vehicle vehicle) {
    rule.that(
        vehicle == null
            || positive(vehicle.speed())
                && amount(vehicle.energyPerKm())
                && (vehicle.energy() == null || amount(vehicle.energy())),
        "material.plan.vehicle",
        "must have a speed above 0 and energies of 0 or more");
  }

  private void bounds(PlanTask.@Nullable Limits most) {
    rule.that(
        most == null
            || (most.km() == null || amount(most.km()))
                && (most.hours() == null || amount(most.hours()))
                && (most.energy() == null || amount(most.energy()))
                && (most.stops() == null || most.stops() >= 0),
        "material.plan.limits",
        "must be 0 or more");
  }

  private void most(List<?> list, int most, String field) {
    rule.that(list.size() <= most, field, "must be at most " + most);
  }

  private static boolean positive(double value) {
    return value > 0 && value < LARGEST;
  }

  private static boolean amount(double value) {
    return value >= 0 && value < LARGEST;
  }
}
