package glassbox.lab.world.grading;

import glassbox.lab.world.task.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the sites in the order in which they are named, and the length if one is given. */
final class RouteGrader {

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
  private static final Pattern LENGTH =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:km|kilometres)\\b");

  private RouteGrader() {}

  static Grade grade(Reference.Route reference, String answer) {
    List<String> sites = sites(reference, answer);
    if (!sites.equals(reference.sites())) {
      return Grade.wrong("goes by " + String.join(" ", sites));
    }
    boolean longer =
        LENGTH
            .matcher(answer)
            .results()
            .map(found -> found.group(1))
            .anyMatch(km -> Double.parseDouble(km) != reference.km());
    return longer
        ? Grade.wrong("gives another length than " + reference.km() + " km")
        : Grade.right("goes by " + String.join(" ", sites));
  }

  private static List<String> sites(Reference.Route reference, String answer) {
    var sites = new ArrayList<String>();
    for (MatchResult word : WORD.matcher(answer).results().toList()) {
      String site = word.group();
      if (reference.known().contains(site) && (sites.isEmpty() || !sites.getLast().equals(site))) {
        sites.add(site);
      }
    }
    return sites;
  }
}
