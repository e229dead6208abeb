package glassbox.inference.federation;

import glassbox.contracts.specialist.Channel;
import glassbox.contracts.specialist.FederationView;
import glassbox.contracts.specialist.SpecialistList;
import glassbox.contracts.specialist.SpecialistView;
import glassbox.engine.checkpoint.TensorSource;
import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.LoadedFederations;
import glassbox.engine.federation.Member;
import glassbox.engine.registry.ModelEntry;
import glassbox.engine.registry.RegisteredModel;
import glassbox.engine.registry.Registry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The federations in memory, by alias. */
public final class Federations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Federations.class);

  private final LoadedFederations loaded;
  private final Admission admission;
  private final Duration drainLimit;
  private final List<SpecialistView> specialists;

  Federations(
      Registry registry, LoadedFederations loaded, Admission admission, Duration drainLimit) {
    this.loaded = loaded;
    this.admission = admission;
    this.drainLimit = drainLimit;
    this.specialists =
        registry.models().stream()
            .filter(model -> loaded.specialists().contains(model.id()))
            .map(Federations::view)
            .toList();
  }

  /**
   * The federation of this alias.
   *
   * @throws UnknownFederationException when there is none
   */
  public Federation get(String alias) {
    return loaded.find(alias).orElseThrow(UnknownFederationException::new);
  }

  /** Whether new passes are turned away for good. */
  boolean draining() {
    return admission.draining();
  }

  SpecialistList list() {
    SpecialistView.State state =
        draining() ? SpecialistView.State.DRAINING : SpecialistView.State.READY;
    return new SpecialistList(
        loaded.all().stream().map(Federations::view).toList(),
        specialists.stream().map(view -> in(view, state)).toList());
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

  private static FederationView view(Federation federation) {
    return new FederationView(
        federation.spec().alias(),
        federation.spec().members().stream().map(Member::id).toList(),
        Combinations.spec(federation.spec()),
        federation.contextLength(),
        federation.vocabularySize());
  }

  private static SpecialistView view(RegisteredModel model) {
    ModelEntry entry = model.entry();
    return new SpecialistView(
        entry.id(),
        entry.kind() == ModelEntry.Kind.FULL
            ? SpecialistView.Kind.FULL
            : SpecialistView.Kind.ADAPTER,
        entry.base().orElse(null),
        model.digest(),
        entry.architecture(),
        parameters(model),
        entry.vocabularyDigest(),
        entry.licence(),
        Channel.NONE,
        SpecialistView.State.READY,
        null);
  }

  private static SpecialistView in(SpecialistView view, SpecialistView.State state) {
    return new SpecialistView(
        view.id(),
        view.kind(),
        view.base(),
        view.digest(),
        view.architecture(),
        view.parameters(),
        view.vocabularyDigest(),
        view.licence(),
        view.channel(),
        state,
        view.monitor());
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
