package glassbox.critics.trace;

import glassbox.critics.Claim;
import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks one claim against the fragments it names.
 *
 * <p>Fragments are independent unless they are copies: same kind, tool and output. Naming one twice
 * counts once; one that supports nothing, see {@link Testimony}, does not count.
 */
final class ClaimCheck {
  private final Map<String, Fragment> issued = new HashMap<>();
  private final Testimony testimony;
  private final Wording wording;
  private final Amounts amounts;
  private final int needed;

  ClaimCheck(Draft draft, int needed) {
    draft.fragments().forEach(fragment -> issued.put(fragment.id(), fragment));
    this.testimony = new Testimony(draft);
    this.wording = new Wording(draft);
    this.amounts = new Amounts(draft);
    this.needed = needed;
  }

  /**
   * What is wrong with a claim.
   *
   * @param empty a fragment that was named and supports nothing, where that is the reason
   */
  record Problem(String message, Optional<Fragment> empty) {}

  /** What is wrong with a claim, if anything. */
  Optional<Problem> problem(Claim claim) {
    List<String> unknown =
        claim.supports().stream().distinct().filter(id -> !issued.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      return problem("this server did not issue " + String.join(", ", unknown));
    }
    List<Fragment> named =
        claim.supports().stream().distinct().map(issued::get).filter(Objects::nonNull).toList();
    List<Fragment> speaking = named.stream().filter(f -> testimony.of(f).isPresent()).toList();
    long independent = speaking.stream().map(ClaimCheck::origin).distinct().count();
    if (independent < needed) {
      String message = independent + " independent fragments of " + needed;
      Optional<Fragment> empty =
          named.stream().filter(fragment -> !speaking.contains(fragment)).reduce((a, b) -> b);
      return Optional.of(
          new Problem(
              empty.map(f -> message + ": " + f.id() + " supports nothing").orElse(message),
              empty));
    }
    return number(claim, speaking).or(() -> words(claim, speaking)).flatMap(ClaimCheck::problem);
  }

  private Optional<String> number(Claim claim, List<Fragment> speaking) {
    List<String> said = new ArrayList<>(testimony.of(speaking));
    if (Wording.code(claim.text())) {
      said.addAll(testimony.ran(speaking));
    }
    return amounts.missing(claim.text(), said).map(number -> "no support states " + number);
  }

  private Optional<String> words(Claim claim, List<Fragment> speaking) {
    Map<Boolean, List<Fragment>> called =
        speaking.stream().collect(Collectors.partitioningBy(f -> f.input().isPresent()));
    return wording.problem(
        claim.text(),
        testimony.of(called.getOrDefault(true, List.of())),
        testimony.of(called.getOrDefault(false, List.of())));
  }

  private static Optional<Problem> problem(String message) {
    return Optional.of(new Problem(message, Optional.empty()));
  }

  private static List<String> origin(Fragment fragment) {
    return List.of(fragment.kind(), fragment.tool(), fragment.output().strip());
  }
}
