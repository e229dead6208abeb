package glassbox.lab.manifest;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.decoder.Decoder;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.federation.Member;
import glassbox.engine.federation.PromptTemplate;
import glassbox.engine.registry.ManifestKeys;
import glassbox.engine.registry.RegisteredModel;
import glassbox.engine.registry.Registry;
import glassbox.engine.registry.TemplateEntry;
import glassbox.engine.text.Tokenizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some specialists of a signed models folder in memory; adapters share their base's decoder. */
public final class SignedModels implements AutoCloseable {

  private final List<Member> members;
  private final List<Decoder> decoders;
  private final Tokenizer tokenizer;
  private final PromptTemplate template;

  private SignedModels(
      List<Member> members, List<Decoder> decoders, Tokenizer tokenizer, PromptTemplate template) {
    this.members = List.copyOf(members);
    this.decoders = List.copyOf(decoders);
    this.tokenizer = tokenizer;
    this.template = template;
  }

  /**
   * Verifies {@code models} and loads the named specialists, in this order.
   *
   * @throws glassbox.engine.registry.RegistryException when anything differs from what was signed
   */
  public static SignedModels load(Path models, List<String> ids) {
    Registry registry =
        Registry.open(
            models, List.of(ManifestKeys.readPublic(models.resolve(DemoManifest.TRUSTED_KEYS))));
    List<RegisteredModel> registered = ids.stream().map(registry::model).toList();
    Map<Path, List<RegisteredModel>> byBase = new LinkedHashMap<>();
    registered.forEach(
        model -> byBase.computeIfAbsent(model.model().path(), p -> new ArrayList<>()).add(model));
    Map<String, Member> members = new LinkedHashMap<>();
    List<Decoder> decoders = new ArrayList<>();
    byBase.values().forEach(group -> decoders.add(load(group, members)));
    TemplateEntry template = registry.federation(DemoManifest.ALIAS).template();
    return new SignedModels(
        ids.stream().map(id -> member(members, id)).toList(),
        decoders,
        Tokenizer.load(registered.getFirst().model().path()),
        new PromptTemplate(
            template.begin(),
            template.system(),
            template.context(),
            template.prompt(),
            template.answer()));
  }

  private static Decoder load(List<RegisteredModel> group, Map<String, Member> members) {
    List<AdapterDirectory> adapters =
        group.stream().flatMap(model -> model.adapter().stream()).toList();
    Decoder decoder = Decoder.load(group.getFirst().model(), adapters, DecoderOptions.defaults());
    int lane = 1;
    for (RegisteredModel model : group) {
      int own = model.adapter().isPresent() ? lane++ : 0;
      members.put(model.id(), new Member(model.id(), model.digest(), decoder, own));
    }
    return decoder;
  }

  private static Member member(Map<String, Member> members, String id) {
    Member member = members.get(id);
    if (member == null) {
      throw new IllegalStateException(id + " was not loaded");
    }
    return member;
  }

  /** The specialists asked for, in order. */
  public List<Member> members() {
    return members;
  }

  /** Their shared tokenizer. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /** The demo federation's template. */
  public PromptTemplate template() {
    return template;
  }

  @Override
  public void close() {
    decoders.forEach(Decoder::close);
    tokenizer.close();
  }
}
