package glassbox.gateway.esi;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import glassbox.contracts.specialist.FederationView;
import glassbox.gateway.downstream.Inference;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What federations can do, as the inference service says; believed for a while. */
@Component
final class FederationCatalogue {
  private final Inference inference;
  private final Cache<String, List<FederationView>> known;

  FederationCatalogue(Inference inference, EsiProperties properties) {
    this.inference = inference;
    this.known =
        Caffeine.newBuilder().expireAfterWrite(properties.federationsFor()).maximumSize(1).build();
  }

  /** The federation of an alias; empty where there is none. */
  Optional<FederationView> find(String alias) {
    return requireNonNull(known.get("", _ -> inference.specialists().federations())).stream()
        .filter(federation -> federation.alias().equals(alias))
        .findFirst();
  }
}
