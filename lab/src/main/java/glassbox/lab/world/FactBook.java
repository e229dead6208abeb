package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Facts of the fictional companies, medicines and notes, drawn from a seed. */
final class FactBook {

  static final List<String> COMPANIES =
      List.of("Norvik", "Tallis", "Brenmoor", "Quellan", "Hadwin", "Serrato", "Marlowe", "Veldane");
  static final List<String> MEDICINES =
      List.of(
          "Velmora", "Tasidol", "Quorane", "Bexatil", "Lunavir", "Ordexa", "Fenoril", "Sorvane");
  private static final List<String> TOWNS =
      List.of("Ostmere", "Kalden", "Ravensby", "Tarnwick", "Elmsford", "Port Selwyn");
  private static final List<String> PRODUCTS =
      List.of("pumps", "sails", "clocks", "tiles", "lamps", "bicycles", "paper", "glass");
  private static final List<String> AILMENTS =
      List.of("headaches", "coughs", "fever", "back pain", "hay fever", "burns");
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

  private FactBook() {}

  static List<Fact> facts(Domain domain, RandomGenerator random) {
    return switch (domain) {
      case GENERAL -> general(random);
      case QUANTITIES -> Quantities.facts();
      case FINANCE -> finance(random);
      case CLINICAL -> clinical(random);
      case NOTES -> notes(random);
      case REASONING, TOOLS, EDUCATION, PLANNING, CODE -> List.of();
    };
  }

  private static List<Fact> general(RandomGenerator random) {
    var facts = new ArrayList<Fact>();
    for (String company : COMPANIES) {
      facts.add(
          fact(
              Domain.GENERAL,
              company + " is based in %s.",
              TOWNS,
              random,
              "Where is " + company + " based?",
              "In which town is " + company + "?",
              "Name the town of " + company + "."));
      facts.add(
          fact(
              Domain.GENERAL,
              company + " makes %s.",
              PRODUCTS,
              random,
              "What does " + company + " make?",
              "Which product does " + company + " sell?",
              "Name the product of " + company + "."));
    }
    for (String medicine : MEDICINES) {
      facts.add(
          fact(
              Domain.GENERAL,
              medicine + " helps against %s.",
              AILMENTS,
              random,
              "What does " + medicine + " help against?",
              "What is " + medicine + " for?",
              "Why do people take " + medicine + "?"));
    }
    facts.addAll(Quantities.plainSums());
    return facts;
  }

  private static List<Fact> finance(RandomGenerator random) {
    var facts = new ArrayList<Fact>();
    for (String company : COMPANIES) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        for (String item : List.of("revenue", "profit")) {
          String of = item + " of " + company + " in Q" + quarter;
          facts.add(
              fact(
                  Domain.FINANCE,
                  "The " + of + " was %s million crowns.",
                  numbers(10, 99),
                  random,
                  "What was the " + of + "?",
                  "Give the Q" + quarter + " " + item + " of " + company + ".",
                  "How much " + item + " did " + company + " report in Q" + quarter + "?"));
        }
      }
    }
    return facts;
  }

  private static List<Fact> clinical(RandomGenerator random) {
    var facts = new ArrayList<Fact>();
    List<String> doses = IntStream.rangeClosed(2, 19).mapToObj(n -> "" + 5 * n).toList();
    for (String medicine : MEDICINES) {
      for (String patient : List.of("adult", "child")) {
        facts.add(
            fact(
                Domain.CLINICAL,
                "The " + patient + " dose of " + medicine + " is %s mg.",
                doses,
                random,
                "What is the " + patient + " dose of " + medicine + "?",
                "How much " + medicine + " does " + article(patient) + " take?",
                "Give the dose of " + medicine + " for " + article(patient) + "."));
      }
      facts.add(
          fact(
              Domain.CLINICAL,
              medicine + " is given every %s hours.",
              List.of("4", "6", "8", "12"),
              random,
              "How often is " + medicine + " given?",
              "What is the interval of " + medicine + "?",
              "Every how many hours is " + medicine + " given?"));
      facts.add(
          fact(
              Domain.CLINICAL,
              "No more than %s doses of " + medicine + " a day.",
              numbers(2, 6),
              random,
              "What is the daily limit of " + medicine + "?",
              "How many doses of " + medicine + " are allowed a day?",
              "Give the limit of " + medicine + " per day."));
    }
    return facts;
  }

  private static List<Fact> notes(RandomGenerator random) {
    var facts = new ArrayList<Fact>();
    List<String> times =
        DAYS.stream().flatMap(day -> numbers(8, 18).stream().map(h -> day + " at " + h)).toList();
    for (String item : APPOINTMENTS) {
      facts.add(
          fact(
              Domain.NOTES,
              "Your " + item + " is on %s.",
              times,
              random,
              "When is my " + item + "?",
              "Remind me when my " + item + " is.",
              "What day is my " + item + "?"));
    }
    for (String item : BELONGINGS) {
      facts.add(
          fact(
              Domain.NOTES,
              "Your " + item + " is in the %s.",
              PLACES,
              random,
              "Where is my " + item + "?",
              "Where did I put my " + item + "?",
              "Tell me where my " + item + " is."));
    }
    return facts;
  }

  private static Fact fact(
      Domain domain,
      String statement,
      List<String> candidates,
      RandomGenerator random,
      String... questions) {
    String value = candidates.get(random.nextInt(candidates.size()));
    return new Fact(domain, List.of(questions), statement, value, candidates);
  }

  private static String article(String noun) {
    return (noun.startsWith("a") ? "an " : "a ") + noun;
  }

  static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }
}
