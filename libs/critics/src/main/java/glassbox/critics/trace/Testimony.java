package glassbox.critics.trace;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What fragments say that a claim may rest on.
 *
 * <p>A failed call, one that a repair replaced, and one that found nothing support no claim. A
 * quote that was found says the quoted text; whether it was found is an answer only where the
 * question gives the quote.
 */
final class Testimony {
  private static final Set<String> NOTHING =
      Set.of("none", "null", "not found", "nothing", "no row", "0 row", "no result", "");
  private static final String QUOTE = "quote";
  private final Draft draft;
  private final Set<String> standing;

  Testimony(Draft draft) {
    this.draft = draft;
    this.standing = draft.standing().stream().map(Fragment::id).collect(Collectors.toSet());
  }

  /** What a fragment says; empty where it supports nothing. */
  Optional<String> of(Fragment fragment) {
    if (fragment.failed() || !standing.contains(fragment.id())) {
      return Optional.empty();
    }
    Optional<String> quote =
        fragment.tool().equalsIgnoreCase(QUOTE) ? fragment.input() : Optional.empty();
    boolean asked = quote.isPresent() && Words.hold(draft.prompt(), quote.get());
    if (asked) {
      return Optional.of(fragment.output() + "\n" + quote.get());
    }
    return NOTHING.contains(Words.plain(fragment.output()))
        ? Optional.empty()
        : Optional.of(quote.orElse(fragment.output()));
  }

  /** The code that some fragments ran. */
  List<String> ran(List<Fragment> fragments) {
    return fragments.stream()
        .filter(fragment -> fragment.tool().equalsIgnoreCase("java"))
        .flatMap(fragment -> fragment.input().stream())
        .toList();
  }

  /** What all of some fragments say. */
  List<String> of(List<Fragment> fragments) {
    return fragments.stream().flatMap(fragment -> of(fragment).stream()).toList();
  }
}
