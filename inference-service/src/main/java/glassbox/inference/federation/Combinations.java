package glassbox.inference.federation;

import glassbox.contracts.generation.CombinerSpec;
import glassbox.engine.federation.FederationSpec;
import glassbox.engine.federation.Member;
import glassbox.ledger.block.Combination;
import glassbox.shell.problem.FieldProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Combination rules between their wire form (weights) and the engine's (log-weights). */
public final class Combinations {
  /** Sums and products with log-probabilities stay far from overflow. */
  private static final double LARGEST_WEIGHT = 1e6;

  private Combinations() {}

  /**
   * What is wrong with a rule for this federation; empty if nothing is.
   *
   * @param field the rule's path in the request
   */
  public static List<FieldProblem> check(
      CombinerSpec rule, FederationSpec federation, String field) {
    List<FieldProblem> problems = new ArrayList<>();
    int size = federation.members().size();
    List<Double> weights = rule.weights();
    if (!weights.isEmpty() && weights.size() != size) {
      problems.add(
          new FieldProblem(field + ".weights", "must be empty or have %d numbers".formatted(size)));
    }
    if (weights.stream().anyMatch(w -> !(w >= 0 && w <= LARGEST_WEIGHT))
        || (!weights.isEmpty() && weights.stream().noneMatch(w -> w > 0))) {
      problems.add(
          new FieldProblem(field + ".weights", "must be from 0 to 1000000 and not all zero"));
    }
    if (rule.kind() == CombinerSpec.Kind.GATED) {
      if (rule.main() == null || indexOf(rule.main(), federation) < 0) {
        problems.add(new FieldProblem(field + ".main", "must be a specialist of the federation"));
      }
      Double threshold = rule.entropyThreshold();
      if (threshold == null || !(threshold >= 0) || Double.isInfinite(threshold)) {
        problems.add(
            new FieldProblem(field + ".entropy_threshold", "must be a finite number, 0 or more"));
      }
    }
    return problems;
  }

  /** The engine's form. Requires that {@link #check} found nothing. */
  public static Combination of(CombinerSpec rule, FederationSpec federation) {
    int size = federation.members().size();
    return switch (rule.kind()) {
      case MIXTURE -> new Combination.Mixture(logWeights(rule.weights(), size));
      case PREFIX_UPDATED -> new Combination.PrefixUpdated(logWeights(rule.weights(), size));
      case PRODUCT ->
          new Combination.Product(
              rule.weights().isEmpty() ? Collections.nCopies(size, 1.0) : rule.weights());
      case GATED ->
          new Combination.Gated(
              logWeights(rule.weights(), size),
              indexOf(rule.main(), federation),
              rule.entropyThreshold() == null ? 0 : rule.entropyThreshold());
    };
  }

  /** The wire form of a federation's own rule. */
  public static CombinerSpec spec(FederationSpec federation) {
    return spec(federation.combination(), federation);
  }

  /** The wire form of a rule over a federation's specialists. */
  public static CombinerSpec spec(Combination combination, FederationSpec federation) {
    return switch (combination) {
      case Combination.Mixture rule ->
          new CombinerSpec(CombinerSpec.Kind.MIXTURE, weights(rule.logWeights()), null, null);
      case Combination.PrefixUpdated rule ->
          new CombinerSpec(
              CombinerSpec.Kind.PREFIX_UPDATED, weights(rule.logWeights()), null, null);
      case Combination.Product rule ->
          new CombinerSpec(CombinerSpec.Kind.PRODUCT, rule.weights(), null, null);
      case Combination.Gated rule ->
          new CombinerSpec(
              CombinerSpec.Kind.GATED,
              weights(rule.logWeights()),
              federation.members().get(rule.main()).id(),
              rule.entropyThreshold());
    };
  }

  private static List<Double> logWeights(List<Double> weights, int size) {
    if (weights.isEmpty()) {
      return Combination.Mixture.uniform(size).logWeights();
    }
    double logTotal = Math.log(weights.stream().mapToDouble(Double::doubleValue).sum());
    return weights.stream().map(w -> Math.log(w) - logTotal).toList();
  }

  private static List<Double> weights(List<Double> logWeights) {
    return logWeights.stream().map(Math::exp).toList();
  }

  private static int indexOf(@Nullable String id, FederationSpec federation) {
    List<String> ids = federation.members().stream().map(Member::id).toList();
    return id == null ? -1 : ids.indexOf(id);
  }
}
