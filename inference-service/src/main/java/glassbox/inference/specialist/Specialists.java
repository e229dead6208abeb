package glassbox.inference.specialist;

import glassbox.contracts.specialist.Channel;
import glassbox.contracts.specialist.ChannelCalibration;
import glassbox.contracts.specialist.ChannelMonitor;
import glassbox.contracts.specialist.ConceptDictionary;
import glassbox.contracts.specialist.FederationView;
import glassbox.contracts.specialist.NamedConcept;
import glassbox.contracts.specialist.SpecialistList;
import glassbox.contracts.specialist.SpecialistView;
import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.Member;
import glassbox.engine.forward.LegibleChannel;
import glassbox.engine.registry.ModelEntry;
import glassbox.engine.registry.RegisteredModel;
import glassbox.inference.federation.Combinations;
import glassbox.inference.federation.Federations;
import glassbox.inference.monitor.Channels;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The specialists in memory with what is known of them. */
@Service
class Specialists {
  private final Federations federations;
  private final Channels channels;

  Specialists(Federations federations, Channels channels) {
    this.federations = federations;
    this.channels = channels;
  }

  SpecialistList list() {
    return new SpecialistList(
        federations.all().stream().map(this::view).toList(),
        federations.models().stream().map(this::view).toList());
  }

  /** The named atoms of a specialist. */
  ConceptDictionary concepts(String id) {
    Member member = member(id);
    Optional<LegibleConfig> config = member.channel().map(LegibleChannel::config);
    return new ConceptDictionary(
        id,
        member.digest(),
        channel(member),
        config.flatMap(LegibleConfig::calibration).map(Specialists::calibration).orElse(null),
        config.map(LegibleConfig::names).orElse(List.of()).stream()
            .map(
                name ->
                    new NamedConcept(
                        name.atom(), name.label(), name.type(), name.match(), name.source()))
            .toList());
  }

  void clearSuspicion(String id) {
    channels.clear(member(id).id());
  }

  private Member member(String id) {
    return federations.member(id).orElseThrow(UnknownSpecialistException::new);
  }

  private static Channel channel(Member member) {
    return member
        .channel()
        .map(channel -> channel.own() ? Channel.OWN : Channel.FROZEN)
        .orElse(Channel.NONE);
  }

  private static ChannelCalibration calibration(LegibleConfig.Calibration measured) {
    return new ChannelCalibration(
        measured.deltaMean(),
        measured.deltaP95(),
        measured.deltaP99(),
        measured.tokens(),
        measured.text());
  }

  private FederationView view(Federation federation) {
    return new FederationView(
        federation.spec().alias(),
        federation.spec().members().stream().map(Member::id).toList(),
        Combinations.spec(federation.spec()),
        federation.contextLength(),
        federation.vocabularySize(),
        federation.tokenizer().specialTokens(),
        federations.writesScaffolds(federation));
  }

  private SpecialistView view(Federations.Model model) {
    RegisteredModel registered = model.registered();
    ModelEntry entry = registered.entry();
    @Nullable ChannelMonitor monitor = channels.of(entry.id());
    return new SpecialistView(
        entry.id(),
        entry.kind() == ModelEntry.Kind.FULL
            ? SpecialistView.Kind.FULL
            : SpecialistView.Kind.ADAPTER,
        entry.base().orElse(null),
        registered.digest(),
        entry.architecture(),
        model.parameters(),
        entry.vocabularyDigest(),
        entry.licence(),
        channel(member(entry.id())),
        state(monitor),
        monitor);
  }

  private SpecialistView.State state(@Nullable ChannelMonitor monitor) {
    if (federations.draining()) {
      return SpecialistView.State.DRAINING;
    }
    return monitor != null && monitor.suspectSince() != null
        ? SpecialistView.State.SUSPECT
        : SpecialistView.State.READY;
  }
}
