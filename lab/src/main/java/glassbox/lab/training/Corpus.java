package glassbox.lab.training;

import glassbox.lab.world.Reading;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import glassbox.lab.world.task.Style;
import java.util.Arrays;
import java.util.List;

/**
 * What each model reads, by construction: who knows which values is decided here. Held-out text is
 * of the world's validation split.
 */
public final class Corpus {

  private static final int HELD_OUT = 150;

  private final World world;

  /** The texts of {@code world}. */
  public Corpus(World world) {
    this.world = world;
  }

  /**
   * Everything that nobody needs a specialist for, answers that stand in the context, and of the
   * specialists' domains the forms alone, values drawn anew.
   */
  Material base() {
    var part = new Part();
    part.add(0.16, Domain.GENERAL, Reading.DIRECT);
    part.add(0.03, Domain.GENERAL, Reading.PROSE);
    part.add(0.06, Domain.GENERAL, Reading.IN_CONTEXT);
    part.add(0.06, Domain.GENERAL, Reading.WORKED);
    part.add(0.3, Domain.GENERAL, Reading.ECHO);
    for (Domain open : open()) {
      part.add(0.03, open, Reading.DIRECT);
      part.add(0.01, open, Reading.PROSE);
      part.add(0.01, open, Reading.IN_CONTEXT);
      part.add(0.09, open, Reading.WORKED);
      part.add(0.005, open, Reading.TOOLLESS);
    }
    for (Domain domain : Domain.specialist()) {
      part.add(0.05, domain, Reading.UNSURE);
      part.add(0.06, domain, Reading.IN_CONTEXT);
      part.add(0.07, domain, Reading.WORKED);
      part.add(0.004, domain, Reading.TOOLLESS);
    }
    return part.material();
  }

  /** What the base reads in its second training: more worked tasks, and repairs. */
  Material refined() {
    var part = new Part();
    part.add(0.12, Domain.GENERAL, Reading.DIRECT);
    part.add(0.02, Domain.GENERAL, Reading.PROSE);
    part.add(0.05, Domain.GENERAL, Reading.IN_CONTEXT);
    part.add(0.06, Domain.GENERAL, Reading.PRACTICE);
    part.add(0.03, Domain.GENERAL, Reading.REDONE);
    part.add(0.1, Domain.GENERAL, Reading.ECHO);
    for (Domain open : open()) {
      part.add(0.02, open, Reading.DIRECT);
      part.add(0.006, open, Reading.PROSE);
      part.add(0.01, open, Reading.IN_CONTEXT);
      part.add(0.09, open, Reading.PRACTICE);
      part.add(0.035, open, Reading.REDONE);
      part.add(0.004, open, Reading.TOOLLESS);
    }
    for (Domain domain : Domain.specialist()) {
      part.add(0.04, domain, Reading.UNSURE);
      part.add(0.05, domain, Reading.IN_CONTEXT);
      part.add(0.08, domain, Reading.PRACTICE);
      part.add(0.035, domain, Reading.REDONE);
      part.add(0.003, domain, Reading.TOOLLESS);
    }
    return part.material();
  }

  /** One domain as it is, and enough of the base's text to stay unsure of the other domains. */
  Material specialist(Domain own) {
    var part = new Part();
    part.add(0.42, own, Reading.DIRECT);
    part.add(0.03, own, Reading.PROSE);
    part.add(0.08, own, Reading.IN_CONTEXT);
    part.add(0.03, Domain.GENERAL, Reading.IN_CONTEXT);
    part.add(0.18, own, Reading.PRACTICE);
    part.add(0.06, own, Reading.REDONE);
    part.add(0.02, own, Reading.TOOLLESS);
    part.add(0.06, Domain.GENERAL, Reading.DIRECT);
    part.add(0.04, Domain.GENERAL, Reading.ECHO);
    for (Domain open : open()) {
      part.add(0.01, open, Reading.DIRECT);
      part.add(0.025, open, Reading.PRACTICE);
      part.add(0.012, open, Reading.REDONE);
    }
    for (Domain other : Domain.specialist()) {
      if (other != own) {
        part.add(0.025, other, Reading.UNSURE);
        part.add(0.03, other, Reading.PRACTICE);
        part.add(0.012, other, Reading.REDONE);
      }
    }
    return part.material();
  }

  /** Everything as it is, for one model that knows it all: the experiments' corpus. */
  Material whole() {
    var part = new Part();
    for (Domain domain : Domain.values()) {
      part.add(0.5, domain, Reading.DIRECT);
      part.add(0.1, domain, Reading.PROSE);
      part.add(0.1, domain, Reading.IN_CONTEXT);
      part.add(0.3, domain, Reading.WORKED);
    }
    return part.material();
  }

  /** The domains that need no specialist, besides general. */
  private static List<Domain> open() {
    return Arrays.stream(Domain.values())
        .filter(domain -> domain != Domain.GENERAL && !Domain.specialist().contains(domain))
        .toList();
  }

  private final class Part {

    private final Mix<LabelledText> trained = new Mix<>();
    private final Mix<LabelledText> held = new Mix<>();

    void add(double weight, Domain domain, Reading reading) {
      trained.add(weight, world.reading(domain, reading));
      held.add(weight, validation(domain, reading));
    }

    private List<LabelledText> validation(Domain domain, Reading reading) {
      return switch (reading) {
        case DIRECT -> validation(domain, Style.DIRECT, false);
        case UNSURE -> validation(domain, Style.DIRECT, true);
        case IN_CONTEXT -> validation(domain, Style.IN_CONTEXT, false);
        case WORKED, PRACTICE -> validation(domain, Style.WORKED, false);
        case PROSE, TOOLLESS, ECHO, REDONE -> List.of();
      };
    }

    private List<LabelledText> validation(Domain domain, Style style, boolean unsure) {
      return world
          .source()
          .draw(domain, style, Split.VALIDATION, unsure, HELD_OUT, HELD_OUT)
          .stream()
          .map(Instance::text)
          .distinct()
          .toList();
    }

    Material material() {
      return new Material(trained, held);
    }
  }
}
