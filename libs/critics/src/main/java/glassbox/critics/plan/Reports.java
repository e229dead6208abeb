package glassbox.critics.plan;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.Questions;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What route finder and simulator report that ran as tools; judged where no map is at hand.
 *
 * <p>One check a simulation: it reports no violation. One the last route: where the answer names
 * its places it names them in the route's order, and a length that the answer states is the
 * route's; where the question asks for the way the answer names them.
 */
final class Reports {
  private static final Pattern VIOLATIONS =
      Pattern.compile("violations?\\s*[=:]\\s*(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private static final Pattern WAY =
      Pattern.compile(
          "(?i)\\b(?:way|route|path|itinerary|directions)\\b|\\bplan (?:a|the|my|our|me a|us"
              + " a)\\b|\\bhow"
              + " (?:do|can|could|should|would|to)\\b.{0,40}\\b(?:get|go|travel|drive|come|reach"
              + "|walk|ride)\\b");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?i)\\bhow (?:many|much|far|long|fast|often)\\b|\\bby the way\\b|\\d"
              + "|\\b(?:length|distance|time|duration|fuel|cost|price|longer|shorter)\\b");

  private static final Pattern LEADS =
      Pattern.compile(
          "(?i)\\b(?:by|via|through|over|past|along|across|to|towards?|straight|direct(?:ly)?)\\b");

  private Reports() {}

  /** Unavailable without any report. */
  static Verdict judge(Draft draft) {
    List<Finding> findings = new ArrayList<>();
    int reports = 0;
    for (Fragment fragment : draft.fragments()) {
      Matcher stated = VIOLATIONS.matcher(fragment.output());
      boolean simulation = fragment.tool().startsWith("sim") || fragment.kind().startsWith("sim");
      if (simulation && stated.find()) {
        reports++;
        if (Integer.parseInt(stated.group(1)) > 0) {
          findings.add(
              Finding.nowhere("simulation " + fragment.id() + " reports " + stated.group()));
        }
      }
    }
    Optional<Route> route = Route.last(draft.fragments());
    route.flatMap(known -> problem(draft, known)).ifPresent(findings::add);
    reports += route.isPresent() ? 1 : 0;
    return reports == 0
        ? new Verdict.Unavailable("neither a map nor a route nor a simulation was given")
        : Verdict.of(reports, findings);
  }

  private static Optional<Finding> problem(Draft draft, Route route) {
    List<Stop> stops = new StopReader(route.places()).read(draft);
    boolean named = stops.size() >= 2;
    if (named && !places(stops).equals(route.places())) {
      String way = String.join(" ", route.places());
      return Optional.of(
          new Finding("the route is " + way, stops.getFirst().start(), stops.getLast().end()));
    }
    return named ? length(draft, route) : unnamed(draft, route, stops);
  }

  /**
   * Whoever asks for the way, and for no amount, is told all its places, or by which it leads:
   * those between its ends, or where there are none the goal.
   */
  private static Optional<Finding> unnamed(Draft draft, Route route, List<Stop> stops) {
    List<String> places = route.places();
    List<String> telling =
        places.size() > 2
            ? places.subList(1, places.size() - 1)
            : places.subList(Math.min(1, places.size()), places.size());
    String prompt = draft.prompt();
    boolean asked =
        WAY.matcher(prompt).find() && !AMOUNT.matcher(prompt).find() && !Questions.choice(prompt);
    return draft.written(Field.ANSWER).stream()
        .filter(passage -> asked && !passage.text().isBlank())
        .filter(
            passage ->
                !(LEADS.matcher(passage.text()).find() && places(stops).containsAll(telling)))
        .findFirst()
        .map(passage -> Finding.in(passage, "it does not name the route that was found"));
  }

  private static List<String> places(List<Stop> stops) {
    return stops.stream().map(Stop::place).toList();
  }

  private static Optional<Finding> length(Draft draft, Route route) {
    StatedQuantity known = route.length();
    for (Passage passage : draft.written(Field.ANSWER)) {
      for (StatedQuantity stated : Quantities.in(passage.text())) {
        if (!stated.plain() && stated.comparable(known) && !stated.agrees(known)) {
          String problem = "the route is " + route.stated() + " long";
          return Optional.of(Finding.in(passage, problem, stated.start(), stated.end()));
        }
      }
    }
    return Optional.empty();
  }
}
