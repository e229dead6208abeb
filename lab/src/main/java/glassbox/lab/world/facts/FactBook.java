package glassbox.lab.world.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * All that is so in one world.
 *
 * <p>Two facts are never about the same entity, attribute and period.
 */
public final class FactBook {

  private static final int COMPANIES = 8;
  private static final int MEDICINES = 8;
  private static final int MATERIALS = 6;
  private static final int CONSTANTS = 4;

  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Map<Domain, List<Fact>> taught;
  private final Map<EntityKind, List<String>> names;
  private final RoadMap roads;

  private FactBook(List<Fact> facts, RoadMap roads) {
    facts.forEach(fact -> this.facts.put(fact.key(), fact));
    this.roads = roads;
    this.taught = facts.stream().filter(Fact::taught).collect(Collectors.groupingBy(Fact::domain));
    this.names =
        facts.stream()
            .map(Fact::entity)
            .distinct()
            .collect(
                Collectors.groupingBy(
                    Entity::kind, Collectors.mapping(Entity::name, Collectors.toList())));
    names.put(EntityKind.SITE, roads.sites());
  }

  /** The facts of the world of {@code seed}: about half of the names occur in it. */
  public static FactBook of(long seed) {
    var random = new SplittableRandom(seed);
    return draw(
        Names.draw(Names.COMPANIES, COMPANIES, random),
        Names.draw(Names.MEDICINES, MEDICINES, random),
        Names.draw(Names.MATERIALS, MATERIALS, random),
        Names.draw(Names.CONSTANTS, CONSTANTS, random),
        random);
  }

  /** Facts about every name that any world can have, for texts whose values are not to be kept. */
  public static FactBook ofAllNames(long seed) {
    return draw(
        Names.COMPANIES,
        Names.MEDICINES,
        Names.MATERIALS,
        Names.CONSTANTS,
        new SplittableRandom(seed));
  }

  private static FactBook draw(
      List<String> companies,
      List<String> medicines,
      List<String> materials,
      List<String> constants,
      SplittableRandom random) {
    var facts = new ArrayList<Fact>();
    facts.addAll(CompanyFacts.of(companies, random));
    facts.addAll(MedicineFacts.of(medicines, random));
    facts.addAll(MaterialFacts.of(materials, constants, random));
    facts.addAll(NoteFacts.of(random));
    facts.addAll(LessonFacts.all());
    return new FactBook(facts, RoadMap.draw(Names.SITES, random));
  }

  /** Every fact, in a fixed order. */
  public List<Fact> facts() {
    return List.copyOf(facts.values());
  }

  /** The facts of a domain that its specialist learns by heart. */
  public List<Fact> taught(Domain domain) {
    return Collections.unmodifiableList(taught.getOrDefault(domain, List.of()));
  }

  /** The facts about one attribute. */
  public List<Fact> about(Attribute attribute) {
    return facts.values().stream().filter(fact -> fact.attribute() == attribute).toList();
  }

  /** The fact about an entity's attribute that does not change with time. */
  public Optional<Fact> find(String entity, Attribute attribute) {
    return Optional.ofNullable(facts.get(entity + "|" + attribute.id()));
  }

  /** The fact about an entity's attribute in a period. */
  public Optional<Fact> find(String entity, Attribute attribute, Period period) {
    return Optional.ofNullable(
        facts.get(entity + "|" + attribute.id() + "|" + period.year() + "q" + period.quarter()));
  }

  /** Names of the entities of a kind, in a fixed order. */
  public List<String> names(EntityKind kind) {
    return Collections.unmodifiableList(names.getOrDefault(kind, List.of()));
  }

  /** Sites and roads. */
  public RoadMap roads() {
    return roads;
  }
}
