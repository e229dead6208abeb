package glassbox.engine.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A federation as the manifest lists it.
 *
 * @param alias what callers ask for
 * @param specialists ids of models, in the order of the weights
 * @param weights one positive number for each specialist, or none at all for equal ones
 * @param combiner how the specialists are joined unless a request says otherwise
 * @param main gated: the specialist that decides alone while it is sure
 * @param entropyThreshold gated: entropy in nats at which the others join
 * @param scaffold whether its models write answers in scaffolds with tool calls, by training
 */
public record FederationEntry(
    String alias,
    List<String> specialists,
    List<Double> weights,
    CombinerKind combiner,
    Optional<String> main,
    OptionalDouble entropyThreshold,
    TemplateEntry template,
    boolean scaffold) {

  /** The combination rules; in the manifest in lower case. */
  public enum CombinerKind {
    MIXTURE,
    PRODUCT,
    PREFIX_UPDATED,
    GATED
  }

  public FederationEntry {
    Names.id("alias", alias);
    specialists = List.copyOf(specialists);
    weights = List.copyOf(weights);
    require(!specialists.isEmpty(), alias, "specialists is empty");
    require(new HashSet<>(specialists).size() == specialists.size(), alias, "a specialist twice");
    require(
        weights.isEmpty() || weights.size() == specialists.size(),
        alias,
        "not one weight for each specialist");
    require(
        weights.stream().allMatch(weight -> weight > 0 && Double.isFinite(weight)),
        alias,
        "weights are positive numbers");
    boolean gated = combiner == CombinerKind.GATED;
    require(
        main.isPresent() == gated && entropyThreshold.isPresent() == gated,
        alias,
        "main and entropy_threshold belong to gated federations, and only there");
    require(main.isEmpty() || specialists.contains(main.get()), alias, "main is no specialist");
    require(
        entropyThreshold.isEmpty() || entropyThreshold.getAsDouble() >= 0,
        alias,
        "entropy_threshold is negative or not a number");
  }

  /** A federation whose models answer as they like. */
  public FederationEntry(
      String alias,
      List<String> specialists,
      List<Double> weights,
      CombinerKind combiner,
      Optional<String> main,
      OptionalDouble entropyThreshold,
      TemplateEntry template) {
    this(alias, specialists, weights, combiner, main, entropyThreshold, template, false);
  }

  private static void require(boolean condition, String alias, String what) {
    if (!condition) {
      throw new RegistryException("manifest.json: federation " + alias + ": " + what);
    }
  }
}
