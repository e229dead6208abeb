package glassbox.engine.federation;

import glassbox.engine.decoder.Decoder;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.registry.FederationEntry;
import glassbox.engine.registry.RegisteredModel;
import glassbox.engine.registry.Registry;
import glassbox.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All federations of a registry with their models in memory. A base is loaded once with all its
 * adapters, whichever federations use them. Drain the admission before closing.
 */
public final class LoadedFederations implements AutoCloseable {
  private final Map<String, Federation> federations = new LinkedHashMap<>();
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Tokenizer> tokenizers = new LinkedHashMap<>();
  private final List<ForwardModel> models = new ArrayList<>();

  private LoadedFederations() {}

  /**
   * Loads what the registry's federations use.
   *
   * @param admission shared by all of them
   * @param build version of the code, for the records
   * @throws glassbox.engine.checkpoint.CheckpointException when a model cannot be used
   * @throws IllegalArgumentException when specialists of a federation do not fit together
   */
  public static LoadedFederations load(
      Registry registry, DecoderOptions options, Admission admission, String build) {
    LoadedFederations loaded = new LoadedFederations();
    try {
      loaded.loadModels(registry, options);
      for (FederationEntry entry : registry.federations()) {
        loaded.federations.put(
            entry.alias(), loaded.federation(registry, entry, admission, build, options));
      }
      return loaded;
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  /** The federation of this alias. */
  public Optional<Federation> find(String alias) {
    return Optional.ofNullable(federations.get(alias));
  }

  /** All federations, in the manifest's order. */
  public Collection<Federation> all() {
    return List.copyOf(federations.values());
  }

  /** Ids of the specialists in memory. */
  public Set<String> specialists() {
    return Set.copyOf(members.keySet());
  }

  private void loadModels(Registry registry, DecoderOptions options) {
    Set<String> used = new LinkedHashSet<>();
    registry.federations().forEach(entry -> used.addAll(entry.specialists()));
    Map<String, List<RegisteredModel>> byBase = new LinkedHashMap<>();
    for (RegisteredModel model : registry.models()) {
      if (used.contains(model.id())) {
        byBase
            .computeIfAbsent(model.entry().base().orElse(model.id()), _ -> new ArrayList<>())
            .add(model);
      }
    }
    byBase.forEach((base, specialists) -> loadModel(registry.model(base), specialists, options));
  }

  private void loadModel(
      RegisteredModel base, List<RegisteredModel> specialists, DecoderOptions options) {
    List<RegisteredModel> adapters =
        specialists.stream().filter(specialist -> specialist.adapter().isPresent()).toList();
    ForwardModel model =
        Decoder.load(
            base.model(), adapters.stream().flatMap(a -> a.adapter().stream()).toList(), options);
    models.add(model);
    for (RegisteredModel specialist : specialists) {
      int lane = 1 + adapters.indexOf(specialist); // 0 for the base, which is no adapter
      members.put(specialist.id(), new Member(specialist.id(), specialist.digest(), model, lane));
    }
  }

  private Federation federation(
      Registry registry,
      FederationEntry entry,
      Admission admission,
      String build,
      DecoderOptions options) {
    List<Member> specialists = new ArrayList<>();
    Set<Integer> endTokenIds = new HashSet<>();
    for (RegisteredModel specialist : registry.specialists(entry.alias())) {
      Member member = members.get(specialist.id());
      if (member != null) {
        specialists.add(member);
      }
      endTokenIds.addAll(specialist.model().config().endTokenIds());
    }
    FederationSpec spec =
        new FederationSpec(
            entry.alias(),
            specialists,
            RegisteredCombination.of(entry),
            RegisteredCombination.template(entry),
            endTokenIds);
    RegisteredModel first = registry.specialists(entry.alias()).getFirst();
    return new Federation(spec, tokenizer(first), admission, build, options.threads());
  }

  private Tokenizer tokenizer(RegisteredModel model) {
    return tokenizers.computeIfAbsent(
        model.entry().vocabularyDigest(), _ -> Tokenizer.load(model.model().path()));
  }

  @Override
  public void close() {
    federations.values().forEach(Federation::close);
    tokenizers.values().forEach(Tokenizer::close);
    models.forEach(ForwardModel::close);
  }
}
