package glassbox.inference.federation;

import glassbox.engine.checkpoint.TensorSource;
import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.LoadedFederations;
import glassbox.engine.federation.Member;
import glassbox.engine.registry.FederationEntry;
import glassbox.engine.registry.RegisteredModel;
import glassbox.engine.registry.Registry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The federations in memory, by alias. */
public final class Federations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Federations.class);

  private final LoadedFederations loaded;
  private final Admission admission;
  private final Duration drainLimit;
  private final List<Model> models;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Set<String> scaffolds;

  Federations(
      Registry registry, LoadedFederations loaded, Admission admission, Duration drainLimit) {
    this.loaded = loaded;
    this.admission = admission;
    this.drainLimit = drainLimit;
    this.models =
        registry.models().stream()
            .filter(model -> loaded.specialists().contains(model.id()))
            .map(model -> new Model(model, parameters(model)))
            .toList();
    this.scaffolds =
        registry.federations().stream()
            .filter(FederationEntry::scaffold)
            .map(FederationEntry::alias)
            .collect(Collectors.toUnmodifiableSet());
    for (Federation federation : loaded.all()) {
      federation.spec().members().forEach(member -> members.put(member.id(), member));
    }
  }

  /**
   * A model that a federation uses.
   *
   * @param parameters its own weights (an adapter's without its base)
   */
  public record Model(RegisteredModel registered, long parameters) {}

  /**
   * The federation of this alias.
   *
   * @throws UnknownFederationException when there is none
   */
  public Federation get(String alias) {
    return loaded.find(alias).orElseThrow(UnknownFederationException::new);
  }

  /** All federations, in the manifest's order. */
  public Collection<Federation> all() {
    return loaded.all();
  }

  /** Whether the manifest says that a federation's models write scaffolds. */
  public boolean writesScaffolds(Federation federation) {
    return scaffolds.contains(federation.spec().alias());
  }

  /** The models that they use, in the manifest's order. */
  public List<Model> models() {
    return models;
  }

  /** The specialists in memory. */
  public Collection<Member> members() {
    return List.copyOf(members.values());
  }

  /** The specialist of this alias, if it is in memory. */
  public Optional<Member> member(String id) {
    return Optional.ofNullable(members.get(id));
  }

  /** Whether new passes are turned away for good. */
  public boolean draining() {
    return admission.draining();
  }

  /** Waits for passes that run, then frees the models; leaves them if a pass does not end. */
  @Override
  public void close() {
    if (admission.drain(drainLimit)) {
      loaded.close();
    } else {
      LOG.warn("{} passes still run after {}: models stay open", admission.inFlight(), drainLimit);
    }
  }

  private static long parameters(RegisteredModel model) {
    try (TensorSource tensors =
        model.adapter().map(adapter -> adapter.tensors()).orElseGet(model.model()::tensors)) {
      return tensors.names().stream()
          .mapToLong(name -> Arrays.stream(tensors.shape(name)).reduce(1, (a, b) -> a * b))
          .sum();
    }
  }
}
