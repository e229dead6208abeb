package glassbox.lab.world.text;

import static glassbox.lab.world.text.Words.line;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Entity;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.facts.Period;
import glassbox.lab.world.label.Phrase;
import java.util.Arrays;

/** Queries that look facts up in the tables. */
public final class Lookup {

  private Lookup() {}

  /** The query for a fact's value, and the unit of a company's figure. */
  public static Phrase of(Fact fact) {
    Attribute attribute = fact.attribute();
    if (fact.period().isPresent()) {
      Period period = fact.period().get();
      return line(
          figures(column(attribute), "unit", fact.entity(), period.year()),
          " and quarter=",
          Words.time(Integer.toString(period.quarter())));
    }
    return switch (attribute) {
      case DATE, PLACE ->
          line(
              select(line("note"), "notes", "item", fact.entity()),
              " and about='",
              column(attribute),
              "'");
      default -> of(fact.entity(), attribute);
    };
  }

  /** The query for some values of an entity. */
  public static Phrase of(Entity entity, Attribute... attributes) {
    Phrase columns = Phrase.join(", ", Arrays.stream(attributes).map(Lookup::column).toList());
    return switch (entity.kind()) {
      case COMPANY -> select(columns, "companies", "name", entity);
      case MEDICINE -> select(columns, "medicines", "name", entity);
      case MATERIAL -> select(columns, "materials", "name", entity);
      case CONSTANT -> select(columns, "constants", "name", entity);
      case TERM -> select(columns, "lessons", "term", entity);
      case METHOD -> select(columns, "methods", "name", entity);
      case SITE, APPOINTMENT, BELONGING ->
          throw new IllegalArgumentException(entity.kind().id() + " has no table of its own");
    };
  }

  /** The query for a company's figures of a year: what is selected, and their unit. */
  public static Phrase figures(Phrase item, String unit, Entity company, int year) {
    return line(
        select(line(item, ", " + unit), "figures", "company", company),
        " and year=",
        Words.year(year));
  }

  private static Phrase select(Phrase columns, String table, String key, Entity entity) {
    return line(
        "select ", columns, " from " + table + " where " + key + "='", Words.entity(entity), "'");
  }

  private static Phrase column(Attribute attribute) {
    return Words.attribute(
        attribute == Attribute.INTERVAL ? "hours_between" : attribute.id(), attribute);
  }
}
