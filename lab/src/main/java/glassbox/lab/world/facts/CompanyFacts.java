package glassbox.lab.world.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Companies: where they are, what they make, and their quarterly figures. */
final class CompanyFacts {

  static final List<String> TOWNS =
      List.of("Ostmere", "Kalden", "Ravensby", "Tarnwick", "Elmsford", "Port Selwyn");
  private static final List<String> PRODUCTS =
      List.of("pumps", "sails", "clocks", "tiles", "lamps", "bicycles", "paper", "glass");
  static final List<String> CURRENCIES = List.of("crowns", "florins", "talers");
  private static final List<String> REVENUES = Drawn.numbers(40, 99, 1);
  private static final List<String> PROFITS = Drawn.numbers(10, 39, 1);
  private static final List<String> COSTS = Drawn.numbers(1, 89, 1);

  private CompanyFacts() {}

  static List<Fact> of(List<String> names, RandomGenerator random) {
    var facts = new ArrayList<Fact>();
    for (String name : names) {
      var company = new Entity(EntityKind.COMPANY, name);
      Drawn currency = Drawn.from(CURRENCIES, "", random);
      facts.add(
          Fact.taught(Domain.GENERAL, company, Attribute.TOWN, Drawn.from(TOWNS, "", random)));
      facts.add(
          Fact.taught(
              Domain.GENERAL, company, Attribute.PRODUCT, Drawn.from(PRODUCTS, "", random)));
      facts.add(Fact.taught(Domain.FINANCE, company, Attribute.CURRENCY, currency));
      for (int year : List.of(Period.PAST, Period.PRESENT)) {
        for (int quarter = 1; quarter <= 4; quarter++) {
          figures(company, new Period(year, quarter), currency.value().text(), facts, random);
        }
      }
    }
    return facts;
  }

  private static void figures(
      Entity company, Period period, String currency, List<Fact> facts, RandomGenerator random) {
    String unit = "million " + currency;
    Drawn revenue = Drawn.from(REVENUES, unit, random);
    Drawn profit = Drawn.from(PROFITS, unit, random);
    int difference =
        Integer.parseInt(revenue.value().text()) - Integer.parseInt(profit.value().text());
    var costs = new Drawn(new Value(Integer.toString(difference), unit), COSTS);
    boolean present = period.year() == Period.PRESENT;
    facts.add(figure(company, Attribute.REVENUE, period, revenue, present));
    facts.add(figure(company, Attribute.COSTS, period, costs, false));
    facts.add(figure(company, Attribute.PROFIT, period, profit, present));
  }

  private static Fact figure(
      Entity company, Attribute attribute, Period period, Drawn drawn, boolean taught) {
    return new Fact(
        Domain.FINANCE,
        company,
        attribute,
        Optional.of(period),
        drawn.value(),
        drawn.candidates(),
        taught);
  }
}
