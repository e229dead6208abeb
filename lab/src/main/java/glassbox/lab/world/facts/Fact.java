package glassbox.lab.world.facts;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One thing that is so.
 *
 * @param domain field it belongs to
 * @param entity what it is about
 * @param attribute what is said of the entity
 * @param period when, where that matters
 * @param value what is so
 * @param candidates value texts that would fit the form, the right one among them
 * @param taught whether the specialist of the domain learns it by heart; the rest is in the tables
 */
public record Fact(
    Domain domain,
    Entity entity,
    Attribute attribute,
    Optional<Period> period,
    Value value,
    List<String> candidates,
    boolean taught) {

  private static final String MILLION = "million ";

  public Fact {
    candidates = List.copyOf(candidates);
    if (!candidates.contains(value.text())) {
      throw new IllegalArgumentException("the value " + value.text() + " is no candidate");
    }
  }

  static Fact taught(Domain domain, Entity entity, Attribute attribute, Drawn drawn) {
    return new Fact(
        domain, entity, attribute, Optional.empty(), drawn.value(), drawn.candidates(), true);
  }

  /** The same fact with another value of its candidates. */
  public Fact withValue(String text) {
    return new Fact(
        domain, entity, attribute, period, new Value(text, value.unit()), candidates, taught);
  }

  /** The same fact with a value drawn from its candidates; money in a currency drawn too. */
  public Fact guess(RandomGenerator random) {
    String text = candidates.get(random.nextInt(candidates.size()));
    String unit = value.unit();
    if (unit.startsWith(MILLION)) {
      List<String> currencies = CompanyFacts.CURRENCIES;
      unit = MILLION + currencies.get(random.nextInt(currencies.size()));
    }
    return new Fact(domain, entity, attribute, period, new Value(text, unit), candidates, taught);
  }

  /** What is asked for, without its value: the same in every world. */
  public String key() {
    String when = period.map(p -> "|" + p.year() + "q" + p.quarter()).orElse("");
    return entity.name() + "|" + attribute.id() + when;
  }
}
