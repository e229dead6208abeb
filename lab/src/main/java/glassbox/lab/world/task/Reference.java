package glassbox.lab.world.task;

import java.util.List;

/** The right answer of a task, and what a grader needs to know of it. */
public sealed interface Reference {

  /** The answer as a person would write it. */
  String text();

  /**
   * A number.
   *
   * @param number plain decimal
   * @param unit of measure, or what is counted; empty for a bare number
   */
  record Quantity(String number, String unit) implements Reference {
    @Override
    public String text() {
      return unit.isEmpty() ? number : number + " " + unit;
    }
  }

  /**
   * Words.
   *
   * @param text the answer
   * @param accepted forms that are right, {@code text} among them
   * @param wrong forms that make an answer wrong
   */
  record Choice(String text, List<String> accepted, List<String> wrong) implements Reference {
    public Choice {
      accepted = List.copyOf(accepted);
      wrong = List.copyOf(wrong);
    }

    /** One right form among candidates. */
    static Choice among(String text, List<String> candidates) {
      return new Choice(
          text,
          List.of(text),
          candidates.stream().filter(other -> !other.equals(text)).distinct().toList());
    }
  }

  /**
   * A way.
   *
   * @param sites in order
   * @param km its length
   * @param known all names of sites, so that a grader can tell them from other words
   */
  record Route(List<String> sites, int km, List<String> known) implements Reference {
    public Route {
      sites = List.copyOf(sites);
      known = List.copyOf(known);
    }

    @Override
    public String text() {
      return String.join(" ", sites) + " " + km + " km";
    }
  }

  /**
   * A Java method; any that computes the same is right.
   *
   * @param text its source
   */
  record Code(String text) implements Reference {}
}
