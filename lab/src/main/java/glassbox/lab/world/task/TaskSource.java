package glassbox.lab.world.task;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.text.Recall;
import glassbox.lab.world.tool.Tools;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws tasks of one world: the same seed gives the same tasks, in the same order. */
public final class TaskSource {

  /** Draws without a task of the wanted split after which a form is taken to have none. */
  private static final int PATIENCE = 200;

  /** So that small numbers are met at all; tests ask for all numbers alike. */
  private static final double BY_DIGITS = 0.25;

  private final FactBook book;
  private final FactBook allNames;
  private final Tools tools;

  /**
   * @param book what is so
   * @param allNames facts about every name, for contexts whose values are drawn anew
   */
  public TaskSource(FactBook book, FactBook allNames) {
    this.book = book;
    this.allNames = allNames;
    this.tools = new Tools(book);
  }

  /** The tools over this world. */
  public Tools tools() {
    return tools;
  }

  /**
   * {@code n} tasks, the domain's forms of the style in turn; a task can occur again. None when the
   * domain has no such form.
   *
   * @param unsure whether what must be known is drawn anew each time
   */
  public List<Instance> draw(
      Domain domain, Style style, Split split, boolean unsure, int n, long seed) {
    var random = new SplittableRandom(seed * 31 + domain.ordinal() * 7L + style.ordinal());
    Recall recall = unsure ? Recall.unsure(random) : Recall.truth();
    var draw = new Draw(random, book, allNames, tools, recall, 0);
    return inTurn(domain, style, split, draw, n);
  }

  /**
   * {@code n} worked tasks to train on, the domain's forms in turn, in a quarter of whose numbers
   * few digits are as likely as many.
   */
  public List<Instance> practice(Domain domain, int n, long seed) {
    var random = new SplittableRandom(seed * 31 + domain.ordinal());
    var draw = new Draw(random, book, allNames, tools, Recall.truth(), BY_DIGITS);
    return inTurn(domain, Style.WORKED, Split.TRAIN, draw, n);
  }

  private static List<Instance> inTurn(Domain domain, Style style, Split split, Draw draw, int n) {
    List<Family> families =
        Families.of(domain).stream().filter(family -> family.style() == style).toList();
    var drawn = new ArrayList<Instance>();
    for (int turn = 0; !families.isEmpty() && turn < n; turn++) {
      next(families.get(turn % families.size()), split, draw).ifPresent(drawn::add);
    }
    return drawn;
  }

  /**
   * Up to {@code n} different tasks of a domain, its forms in turn; fewer when there are no more.
   */
  public List<Instance> distinct(Domain domain, Split split, int n, long seed) {
    List<Family> families = new ArrayList<>(Families.of(domain));
    var random = new SplittableRandom(seed * 31 + domain.ordinal());
    var draw = new Draw(random, book, allNames, tools, Recall.truth(), 0);
    var drawn = new ArrayList<Instance>();
    Set<String> seen = new HashSet<>();
    while (!families.isEmpty() && drawn.size() < n) {
      for (Family family : List.copyOf(families)) {
        Optional<Instance> fresh = fresh(family, split, draw, seen);
        if (fresh.isEmpty()) {
          families.remove(family);
        } else if (drawn.size() < n) {
          drawn.add(fresh.get());
        }
      }
    }
    return drawn;
  }

  private static Optional<Instance> fresh(Family family, Split split, Draw draw, Set<String> seen) {
    for (int i = 0; i < PATIENCE; i++) {
      Optional<Instance> instance = next(family, split, draw);
      if (instance.isPresent() && seen.add(instance.get().asked())) {
        return instance;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instance> next(Family family, Split split, Draw draw) {
    for (int i = 0; i < PATIENCE; i++) {
      Instance instance = family.draw(draw);
      if (instance.split() == split) {
        return Optional.of(instance);
      }
    }
    return Optional.empty();
  }
}
