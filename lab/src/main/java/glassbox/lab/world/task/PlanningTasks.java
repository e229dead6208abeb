package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import glassbox.lab.world.tool.RouteFinder.Way;
import java.util.List;
import java.util.Map;

/** Ways between sites, and what they take. */
final class PlanningTasks {

  private static final int SHORTEST_PLAN = 2;
  private static final int LARGEST_RATE = 99;

  private PlanningTasks() {}

  static List<Family> families() {
    return List.of(
        Family.worked(Domain.PLANNING, "way", PlanningTasks::way),
        Family.worked(Domain.PLANNING, "cost", PlanningTasks::cost));
  }

  private record Ends(String from, String to) {

    static Ends draw(Draw draw) {
      String from = draw.name(EntityKind.SITE);
      String to = draw.name(EntityKind.SITE);
      return from.equals(to) ? draw(draw) : new Ends(from, to);
    }
  }

  private static Work way(Draw draw) {
    Ends ends = Ends.draw(draw);
    Phrase prompt =
        draw.words(
            slots(ends),
            "Find the shortest {op} from {from} to {to}.",
            "How do I get from {from} to {to}?",
            "Plan a trip from {from} to {to}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(site(ends.from()), "; ", site(ends.to())), "route");
    call(ends, scaffold);
    Way way = draw.tools().routes().shortest(ends.from(), ends.to());
    List<Phrase> sites = way.sites().stream().map(PlanningTasks::site).toList();
    Phrase answer =
        scaffold.answer(
            line("unit ", Words.unit("km")),
            line(
                Phrase.join(" ", sites),
                " ",
                number(Integer.toString(way.km()), Words.RESULT),
                " ",
                Words.unit("km")));
    return Draw.worked(
        "way|" + ends.from() + "|" + ends.to(),
        prompt,
        scaffold,
        answer,
        new Reference.Route(way.sites(), way.km(), draw.book().names(EntityKind.SITE)));
  }

  private static Work cost(Draw draw) {
    Ends ends = Ends.draw(draw);
    int rate = draw.number(SHORTEST_PLAN, LARGEST_RATE);
    boolean fuel = draw.random().nextBoolean();
    Phrase unit = Words.unit(fuel ? "l" : "min");
    Map<String, Phrase> slots =
        Map.of(
            "from", site(ends.from()),
            "to", site(ends.to()),
            "n", number(rate),
            "u", unit,
            "op", operation(fuel ? "fuel" : "time", "route"));
    Phrase prompt =
        draw.words(
            slots,
            "A van needs {n} {u} per km. How many {u} from {from} to {to}?",
            "At {n} {u} per km, what does a trip from {from} to {to} need?",
            "Give the {op} from {from} to {to} at {n} {u} per km.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(
        line(site(ends.from()), "; ", site(ends.to()), "; ", number(rate), " ", unit),
        "route",
        "calculator");
    call(ends, scaffold);
    int km = draw.tools().routes().shortest(ends.from(), ends.to()).km();
    String result =
        scaffold.call(
            "calculator",
            line(
                number(Integer.toString(km), Words.RESULT),
                operation("*", "multiply"),
                number(rate)));
    Phrase answer =
        scaffold.answer(line("unit ", unit), line(number(result, Words.RESULT), " ", unit));
    return Draw.worked(
        "cost|" + ends.from() + "|" + ends.to() + "|" + rate + "|" + unit.text(),
        prompt,
        scaffold,
        answer,
        new Reference.Quantity(result, unit.text()));
  }

  private static void call(Ends ends, Scaffold scaffold) {
    scaffold.call("route", line(site(ends.from()), " ", site(ends.to())));
  }

  private static Map<String, Phrase> slots(Ends ends) {
    return Map.of(
        "from", site(ends.from()), "to", site(ends.to()), "op", operation("way", "route"));
  }

  private static Phrase site(String name) {
    return Words.name(name, EntityKind.SITE.id());
  }
}
