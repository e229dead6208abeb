package glassbox.critics.safety;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places that a plan must not enter. */
final class AvoidedPlaces {

  private AvoidedPlaces() {}

  /** One finding an avoided place that the answer names. */
  static List<Finding> entered(Draft draft, List<String> avoided) {
    List<Finding> findings = new ArrayList<>();
    for (String place : avoided) {
      Pattern name =
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])" + Pattern.quote(place) + "(?![\\p{L}\\p{N}])",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      for (Passage passage : draft.written(Field.ANSWER)) {
        Matcher found = name.matcher(passage.text());
        if (found.find()) {
          findings.add(Finding.in(passage, "it enters " + place, found.start(), found.end()));
          break;
        }
      }
    }
    return findings;
  }
}
