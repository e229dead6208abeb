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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each model reads, by construction: who knows which values is decided here. Held-out text is
 * of the world's validation split. Safe for several threads.
 */
public final class Corpus {

  private static final int HELD_OUT = 150;

  /**
   * The base's second text: everything that nobody needs a specialist for, answers that stand in
   * the context, and of the specialists' domains the forms alone, values drawn anew.
   */
  private static final Blend FORMS =
      new Blend(
          List.of(
              new Share(0.26, Reading.DIRECT),
              new Share(0.03, Reading.PROSE),
              new Share(0.06, Reading.IN_CONTEXT),
              new Share(0.06, Reading.WORKED),
              new Share(0.3, Reading.ECHO)),
          List.of(
              new Share(0.03, Reading.DIRECT),
              new Share(0.01, Reading.PROSE),
              new Share(0.01, Reading.IN_CONTEXT),
              new Share(0.09, Reading.WORKED),
              new Share(0.005, Reading.TOOLLESS)),
          List.of(
              new Share(0.05, Reading.UNSURE),
              new Share(0.06, Reading.IN_CONTEXT),
              new Share(0.07, Reading.WORKED),
              new Share(0.004, Reading.TOOLLESS)));

  /** Its third: more worked tasks, and repairs. */
  private static final Blend WORK =
      new Blend(
          List.of(
              new Share(0.2, Reading.DIRECT),
              new Share(0.02, Reading.PROSE),
              new Share(0.05, Reading.IN_CONTEXT),
              new Share(0.06, Reading.PRACTICE),
              new Share(0.03, Reading.REDONE),
              new Share(0.1, Reading.ECHO)),
          List.of(
              new Share(0.02, Reading.DIRECT),
              new Share(0.006, Reading.PROSE),
              new Share(0.01, Reading.IN_CONTEXT),
              new Share(0.09, Reading.PRACTICE),
              new Share(0.035, Reading.REDONE),
              new Share(0.004, Reading.TOOLLESS)),
          List.of(
              new Share(0.04, Reading.UNSURE),
              new Share(0.05, Reading.IN_CONTEXT),
              new Share(0.08, Reading.PRACTICE),
              new Share(0.035, Reading.REDONE),
              new Share(0.003, Reading.TOOLLESS)));

  private final World world;
  private final Map<Kind, Drawn> drawn = new ConcurrentHashMap<>();

  /** The texts of {@code world}. */
  public Corpus(World world) {
    this.world = world;
  }

  /** How much of a kind of text is read, for one domain. */
  private record Share(double weight, Reading reading) {}

  /**
   * What a base reads.
   *
   * @param general of the general domain
   * @param open of each other domain that needs no specialist
   * @param specialist of each domain that has one
   */
  private record Blend(List<Share> general, List<Share> open, List<Share> specialist) {}

  /**
   * Lists to say again, nothing else: what the base reads first. Copying is learned from them in a
   * few hundred steps, and hardly where it stands between other text.
   */
  Material copying() {
    var part = new Part();
    part.add(1, Domain.GENERAL, Reading.ECHO);
    return part.material();
  }

  /** What the base reads in its second training. */
  Material base() {
    return material(FORMS);
  }

  /** What it reads in its third. */
  Material refined() {
    return material(WORK);
  }

  private Material material(Blend blend) {
    var part = new Part();
    part.add(Domain.GENERAL, blend.general());
    open().forEach(domain -> part.add(domain, blend.open()));
    Domain.specialist().forEach(domain -> part.add(domain, blend.specialist()));
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
    part.add(0.09, Domain.GENERAL, Reading.DIRECT);
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

  /**
   * One reading of one domain.
   *
   * @param read in training
   * @param held out
   */
  private record Drawn(List<LabelledText> read, List<LabelledText> held) {}

  private record Kind(Domain domain, Reading reading) {}

  /** Drawn once: several models read it. */
  private Drawn texts(Domain domain, Reading reading) {
    return drawn.computeIfAbsent(new Kind(domain, reading), this::draw);
  }

  private Drawn draw(Kind kind) {
    List<LabelledText> texts = world.reading(kind.domain(), kind.reading());
    if (kind.reading() != Reading.ECHO) {
      return new Drawn(texts, validation(kind.domain(), kind.reading()));
    }
    int read = texts.size() - Math.min(HELD_OUT, texts.size() / 10);
    return new Drawn(texts.subList(0, read), texts.subList(read, texts.size()));
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
    return world.source().draw(domain, style, Split.VALIDATION, unsure, HELD_OUT, HELD_OUT).stream()
        .map(Instance::text)
        .distinct()
        .toList();
  }

  private final class Part {

    private final Mix<LabelledText> trained = new Mix<>();
    private final Mix<LabelledText> held = new Mix<>();

    void add(Domain domain, List<Share> shares) {
      shares.forEach(share -> add(share.weight(), domain, share.reading()));
    }

    void add(double weight, Domain domain, Reading reading) {
      Drawn texts = texts(domain, reading);
      trained.add(weight, texts.read());
      held.add(weight, texts.held());
    }

    Material material() {
      return new Material(trained, held);
    }
  }
}
