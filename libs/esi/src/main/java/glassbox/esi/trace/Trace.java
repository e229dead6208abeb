package glassbox.esi.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run's evidence. Immutable; grows by {@link #issue} and {@link #claim}. */
public final class Trace {

  /** Nothing issued. */
  public static final Trace EMPTY = new Trace(List.of(), List.of());

  /** Kind of a fragment that holds what was given. */
  public static final String GIVEN = "given";

  /** Kind of a fragment that holds what a failed call said; it supports nothing. */
  public static final String ERROR = "error";

  private final List<Fragment> fragments;
  private final List<Claim> claims;

  private Trace(List<Fragment> fragments, List<Claim> claims) {
    this.fragments = List.copyOf(fragments);
    this.claims = List.copyOf(claims);
  }

  /** Fragments in the order they were issued. */
  public List<Fragment> fragments() {
    return fragments;
  }

  /** Claims in the order they were made. */
  public List<Claim> claims() {
    return claims;
  }

  /** The id that the next fragment of a tool gets. */
  public String nextId() {
    return "t" + (fragments.size() - given().size() + 1);
  }

  /** Fragments of what was given: prompt and context. */
  public List<Fragment> given() {
    return fragments.stream().filter(fragment -> fragment.kind().equals(GIVEN)).toList();
  }

  /**
   * The trace with something that was given as evidence, under its own kind of id.
   *
   * @param source such as {@code prompt} or {@code context}
   */
  public Trace give(String source, String text, Instant at) {
    return add(Fragment.of(GIVEN, source, "g" + (given().size() + 1), "", text, at));
  }

  /** The trace with one more fragment under {@link #nextId()}. */
  public Trace issue(String kind, String tool, String input, String output, Instant at) {
    return add(Fragment.of(kind, tool, nextId(), input, output, at));
  }

  private Trace add(Fragment fragment) {
    var more = new ArrayList<>(fragments);
    more.add(fragment);
    return new Trace(more, claims);
  }

  /** The same evidence without claims: an answer that was replaced makes its claims anew. */
  public Trace withoutClaims() {
    return new Trace(fragments, List.of());
  }

  /** The trace with one more claim. It may name ids that were never issued; see {@link #forged}. */
  public Trace claim(String text, List<String> supports) {
    var more = new ArrayList<>(claims);
    more.add(new Claim("c" + (claims.size() + 1), text, supports));
    return new Trace(fragments, more);
  }

  /** The fragment of an id. */
  public Optional<Fragment> fragment(String id) {
    return fragments.stream().filter(fragment -> fragment.id().equals(id)).findFirst();
  }

  /** Ids that a claim names and this run never issued. */
  public List<String> forged(Claim claim) {
    return claim.supports().stream().filter(id -> fragment(id).isEmpty()).toList();
  }

  /** Independent fragments behind a claim: repetitions, errors and unknown ids do not count. */
  public int independent(Claim claim) {
    var distinct = new ArrayList<Fragment>();
    for (String id : claim.supports()) {
      fragment(id)
          .filter(fragment -> !fragment.kind().equals(ERROR))
          .filter(fragment -> distinct.stream().noneMatch(fragment::repeats))
          .ifPresent(distinct::add);
    }
    return distinct.size();
  }

  /** Mean independent fragments a claim, the redundancy index; empty without claims. */
  public Optional<Double> redundancy() {
    return claims.isEmpty()
        ? Optional.empty()
        : Optional.of(claims.stream().mapToInt(this::independent).average().orElseThrow());
  }
}
