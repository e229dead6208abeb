package glassbox.critics.trace;

import glassbox.critics.Claim;
import glassbox.critics.Fragment;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks one claim against the fragments it names.
 *
 * <p>Fragments are independent unless they are copies: same kind, tool and output. Naming one twice
 * counts once.
 */
final class ClaimCheck {
  private final Map<String, Fragment> issued = new HashMap<>();
  private final Map<String, List<StatedQuantity>> quantities = new HashMap<>();
  private final int needed;

  ClaimCheck(List<Fragment> fragments, int needed) {
    fragments.forEach(fragment -> issued.put(fragment.id(), fragment));
    this.needed = needed;
  }

  /** What is wrong with a claim, if anything. */
  Optional<String> problem(Claim claim) {
    List<String> unknown =
        claim.supports().stream().distinct().filter(id -> !issued.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      return Optional.of("this server did not issue " + String.join(", ", unknown));
    }
    List<Fragment> named =
        claim.supports().stream().distinct().map(issued::get).filter(Objects::nonNull).toList();
    long independent = named.stream().map(ClaimCheck::origin).distinct().count();
    if (independent < needed) {
      return Optional.of(independent + " independent fragments of " + needed);
    }
    List<StatedQuantity> stated =
        named.stream().flatMap(fragment -> quantities(fragment).stream()).toList();
    return Quantities.in(claim.text()).stream()
        .filter(quantity -> stated.stream().noneMatch(quantity::agrees))
        .map(q -> "no support states " + claim.text().substring(q.start(), q.end()))
        .findFirst();
  }

  private List<StatedQuantity> quantities(Fragment fragment) {
    return quantities.computeIfAbsent(fragment.id(), id -> Quantities.in(fragment.output()));
  }

  private static List<String> origin(Fragment fragment) {
    return List.of(fragment.kind(), fragment.tool(), fragment.output().strip());
  }
}
