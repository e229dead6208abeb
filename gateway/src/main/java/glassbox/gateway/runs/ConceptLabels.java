package glassbox.gateway.runs;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import glassbox.contracts.generation.Concept;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.specialist.ConceptDictionary;
import glassbox.contracts.specialist.NamedConcept;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.downstream.Inference;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Labels for recorded concepts. A record names atoms; what they stand for is in the files of the
 * specialist with the recorded digest. Where that one does not run here any more, or inference is
 * silent, the names stay without labels.
 */
@Component
final class ConceptLabels {
  private static final Logger LOG = LoggerFactory.getLogger(ConceptLabels.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST_SPECIALISTS = 1_000;

  /** A dictionary by atom. */
  private record Labels(String digest, Map<String, NamedConcept> byName) {
    static final Labels NONE = new Labels("", Map.of());
  }

  private final LoadingCache<String, Labels> labels;

  ConceptLabels(Inference inference) {
    labels =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_SPECIALISTS)
            .build(specialist -> read(inference, specialist));
  }

  private static Labels read(Inference inference, String specialist) {
    try {
      ConceptDictionary dictionary = inference.concepts(specialist);
      Map<String, NamedConcept> byName = new HashMap<>();
      dictionary.concepts().forEach(concept -> byName.put(concept.name(), concept));
      return new Labels(dictionary.digest(), byName);
    } catch (DownstreamUnavailable | DownstreamRefused e) {
      LOG.warn("no labels for the concepts of {}: {}", specialist, e.getMessage());
      return Labels.NONE;
    }
  }

  /** The tokens with their concepts' labels; {@code ran} names the run's specialists. */
  List<TokenAttribution> label(List<TokenAttribution> tokens, List<ModelDigest> ran) {
    Map<String, Map<String, NamedConcept>> known = new HashMap<>();
    for (ModelDigest specialist : ran) {
      Labels found = labels.get(specialist.id());
      if (found.digest().equals(specialist.digest())) {
        known.put(specialist.id(), found.byName());
      }
    }
    return tokens.stream().map(token -> label(token, known)).toList();
  }

  private static TokenAttribution label(
      TokenAttribution token, Map<String, Map<String, NamedConcept>> known) {
    return token.withConcepts(
        token.concepts().stream()
            .map(c -> label(c, known.getOrDefault(c.specialist(), Map.of()).get(c.name())))
            .toList());
  }

  private static Concept label(Concept concept, @Nullable NamedConcept named) {
    return named == null
        ? concept
        : new Concept(
            concept.name(),
            named.label(),
            named.type(),
            concept.activation(),
            concept.specialist());
  }
}
