package glassbox.lab.world.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What user 1234 has noted: appointments, and where things are. */
final class NoteFacts {

  private static final List<String> APPOINTMENTS =
      List.of(
          "dentist appointment",
          "piano lesson",
          "team meeting",
          "train to Ostmere",
          "car service",
          "haircut",
          "book club",
          "parent evening",
          "yoga class",
          "eye test",
          "bike repair",
          "swim class",
          "tax meeting",
          "choir practice");
  private static final List<String> BELONGINGS =
      List.of("spare key", "passport", "red umbrella", "old camera", "tool box", "tent");
  private static final List<String> PLACES =
      List.of(
          "blue box",
          "hall drawer",
          "top shelf",
          "garden shed",
          "cellar",
          "car boot",
          "kitchen cupboard",
          "green bag");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> HOURS = Drawn.numbers(10, 18, 1);

  private NoteFacts() {}

  static List<Fact> of(RandomGenerator random) {
    List<String> times =
        DAYS.stream().flatMap(day -> HOURS.stream().map(hour -> day + " at " + hour)).toList();
    var facts = new ArrayList<Fact>();
    for (String item : APPOINTMENTS) {
      var appointment = new Entity(EntityKind.APPOINTMENT, item);
      facts.add(
          Fact.taught(Domain.NOTES, appointment, Attribute.DATE, Drawn.from(times, "", random)));
    }
    for (String item : BELONGINGS) {
      var belonging = new Entity(EntityKind.BELONGING, item);
      facts.add(
          Fact.taught(Domain.NOTES, belonging, Attribute.PLACE, Drawn.from(PLACES, "", random)));
    }
    return facts;
  }
}
