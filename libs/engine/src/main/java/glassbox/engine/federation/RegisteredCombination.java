package glassbox.engine.federation;

import glassbox.engine.registry.FederationEntry;
import glassbox.engine.registry.TemplateEntry;
import glassbox.ledger.block.Combination;
import java.util.Collections;
import java.util.List;

/** What the manifest says of a federation, in the engine's form. */
final class RegisteredCombination {
  private RegisteredCombination() {}

  /** Weights of mixtures are normalised; a product without weights has exponents of 1. */
  static Combination of(FederationEntry entry) {
    return switch (entry.combiner()) {
      case MIXTURE -> new Combination.Mixture(logWeights(entry));
      case PREFIX_UPDATED -> new Combination.PrefixUpdated(logWeights(entry));
      case PRODUCT ->
          new Combination.Product(
              entry.weights().isEmpty()
                  ? Collections.nCopies(entry.specialists().size(), 1.0)
                  : entry.weights());
      case GATED ->
          new Combination.Gated(
              logWeights(entry),
              entry.specialists().indexOf(entry.main().orElseThrow()),
              entry.entropyThreshold().orElseThrow());
    };
  }

  static PromptTemplate template(FederationEntry entry) {
    TemplateEntry template = entry.template();
    return new PromptTemplate(
        template.begin(),
        template.system(),
        template.context(),
        template.prompt(),
        template.answer());
  }

  private static List<Double> logWeights(FederationEntry entry) {
    if (entry.weights().isEmpty()) {
      return Combination.Mixture.uniform(entry.specialists().size()).logWeights();
    }
    double total = entry.weights().stream().mapToDouble(Double::doubleValue).sum();
    return entry.weights().stream().map(weight -> Math.log(weight / total)).toList();
  }
}
