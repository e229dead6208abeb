package glassbox.lab.world.sql;

import static glassbox.lab.world.sql.Column.number;
import static glassbox.lab.world.sql.Column.text;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.facts.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of a world. */
public final class Tables {

  private final FactBook book;
  private final List<Table> all = new ArrayList<>();

  private Tables(FactBook book) {
    this.book = book;
  }

  /** All facts as tables. */
  public static Tables of(FactBook book) {
    var tables = new Tables(book);
    tables.companies();
    tables.figures();
    tables.medicines();
    tables.materials();
    tables.roads();
    tables.notes();
    tables.lessons();
    return tables;
  }

  /** The tables in a fixed order. */
  public List<Table> all() {
    return List.copyOf(all);
  }

  /**
   * The table of a name.
   *
   * @throws QueryException when there is none
   */
  Table table(String name) {
    return all.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new QueryException("no table is called " + name));
  }

  private void companies() {
    entities(
        "companies",
        EntityKind.COMPANY,
        List.of(text("name"), text("town"), text("product"), text("currency")),
        Attribute.TOWN,
        Attribute.PRODUCT,
        Attribute.CURRENCY);
  }

  private void figures() {
    var rows = new ArrayList<List<String>>();
    for (String company : book.names(EntityKind.COMPANY)) {
      for (int year : List.of(Period.PAST, Period.PRESENT)) {
        for (int quarter = 1; quarter <= 4; quarter++) {
          var period = new Period(year, quarter);
          rows.add(
              List.of(
                  company,
                  Integer.toString(year),
                  Integer.toString(quarter),
                  figure(company, Attribute.REVENUE, period),
                  figure(company, Attribute.COSTS, period),
                  figure(company, Attribute.PROFIT, period),
                  unit(company, period)));
        }
      }
    }
    all.add(
        new Table(
            "figures",
            List.of(
                text("company"),
                number("year"),
                number("quarter"),
                number("revenue"),
                number("costs"),
                number("profit"),
                text("unit")),
            3,
            rows));
  }

  private void medicines() {
    entities(
        "medicines",
        EntityKind.MEDICINE,
        List.of(
            text("name"),
            text("remedy"),
            number("adult_dose"),
            number("child_dose"),
            number("hours_between"),
            number("daily_limit"),
            number("dose_per_kg"),
            number("largest_dose"),
            text("contraindication")),
        Attribute.REMEDY,
        Attribute.ADULT_DOSE,
        Attribute.CHILD_DOSE,
        Attribute.INTERVAL,
        Attribute.DAILY_LIMIT,
        Attribute.DOSE_PER_KG,
        Attribute.LARGEST_DOSE,
        Attribute.CONTRAINDICATION);
  }

  private void materials() {
    entities(
        "materials",
        EntityKind.MATERIAL,
        List.of(text("name"), number("density"), number("melting_point")),
        Attribute.DENSITY,
        Attribute.MELTING_POINT);
    entities(
        "constants", EntityKind.CONSTANT, List.of(text("name"), number("size")), Attribute.SIZE);
  }

  private void roads() {
    List<List<String>> rows =
        book.roads().roads().stream()
            .map(road -> List.of(road.from(), road.to(), Integer.toString(road.km())))
            .toList();
    all.add(new Table("roads", List.of(text("start"), text("stop"), number("km")), 2, rows));
  }

  private void notes() {
    var rows = new ArrayList<List<String>>();
    for (Attribute attribute : List.of(Attribute.DATE, Attribute.PLACE)) {
      for (Fact fact : book.about(attribute)) {
        rows.add(List.of(fact.entity().name(), attribute.id(), fact.value().text()));
      }
    }
    all.add(new Table("notes", List.of(text("item"), text("about"), text("note")), 1, rows));
  }

  private void lessons() {
    entities("lessons", EntityKind.TERM, List.of(text("term"), text("meaning")), Attribute.MEANING);
    entities("methods", EntityKind.METHOD, List.of(text("name"), text("body")), Attribute.BODY);
  }

  private void entities(
      String table, EntityKind kind, List<Column> columns, Attribute... attributes) {
    List<List<String>> rows =
        book.names(kind).stream()
            .map(
                name -> {
                  var row = new ArrayList<>(List.of(name));
                  Arrays.stream(attributes).forEach(attribute -> row.add(value(name, attribute)));
                  return (List<String>) row;
                })
            .toList();
    all.add(new Table(table, columns, 1, rows));
  }

  private String value(String entity, Attribute attribute) {
    return book.find(entity, attribute).orElseThrow().value().text();
  }

  private String unit(String company, Period period) {
    return book.find(company, Attribute.REVENUE, period).orElseThrow().value().unit();
  }

  private String figure(String company, Attribute attribute, Period period) {
    return book.find(company, attribute, period).orElseThrow().value().text();
  }
}
