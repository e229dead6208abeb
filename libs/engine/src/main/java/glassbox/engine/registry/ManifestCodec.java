package glassbox.engine.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** manifest.json to {@link Manifest} and back; unknown and duplicate fields are refused. */
final class ManifestCodec {
  private static final int VERSION = 1;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private ManifestCodec() {}

  private record WireManifest(
      @Nullable Integer version,
      @Nullable List<WireModel> models,
      @Nullable List<WireFederation> federations) {}

  private record WireModel(
      @Nullable String id,
      @Nullable String path,
      @Nullable String kind,
      @Nullable String base,
      @Nullable String architecture,
      @Nullable Map<String, String> files,
      @Nullable String vocabularyDigest,
      @Nullable String licence) {}

  private record WireFederation(
      @Nullable String alias,
      @Nullable List<String> specialists,
      @Nullable List<Double> weights,
      @Nullable String combiner,
      @Nullable String main,
      @Nullable Double entropyThreshold,
      @Nullable WireTemplate template,
      @Nullable Boolean scaffold) {}

  private record WireTemplate(
      @Nullable String begin,
      @Nullable String system,
      @Nullable String context,
      @Nullable String prompt,
      @Nullable String answer) {}

  static Manifest decode(byte[] json) {
    WireManifest wire;
    try {
      wire = MAPPER.readValue(json, WireManifest.class);
    } catch (JacksonException e) {
      throw new RegistryException("manifest.json: " + e.getOriginalMessage(), e);
    }
    if (present("version", wire.version()) != VERSION) {
      throw new RegistryException(
          "manifest.json: version = " + wire.version() + ": only " + VERSION + " is supported");
    }
    return new Manifest(
        present("models", wire.models()).stream().map(ManifestCodec::model).toList(),
        present("federations", wire.federations()).stream()
            .map(ManifestCodec::federation)
            .toList());
  }

  private static ModelEntry model(WireModel wire) {
    String id = present("models.id", wire.id());
    return new ModelEntry(
        id,
        present(id + ".path", wire.path()),
        constant(ModelEntry.Kind.class, id + ".kind", wire.kind()),
        Optional.ofNullable(wire.base()),
        present(id + ".architecture", wire.architecture()),
        new TreeMap<>(present(id + ".files", wire.files())),
        present(id + ".vocabulary_digest", wire.vocabularyDigest()),
        present(id + ".licence", wire.licence()));
  }

  private static FederationEntry federation(WireFederation wire) {
    String alias = present("federations.alias", wire.alias());
    Double threshold = wire.entropyThreshold();
    return new FederationEntry(
        alias,
        present(alias + ".specialists", wire.specialists()),
        Optional.ofNullable(wire.weights()).orElse(List.of()),
        constant(FederationEntry.CombinerKind.class, alias + ".combiner", wire.combiner()),
        Optional.ofNullable(wire.main()),
        threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold),
        template(wire.template()),
        Boolean.TRUE.equals(wire.scaffold()));
  }

  private static TemplateEntry template(@Nullable WireTemplate wire) {
    return wire == null
        ? TemplateEntry.NONE
        : new TemplateEntry(
            text(wire.begin()),
            text(wire.system()),
            text(wire.context()),
            text(wire.prompt()),
            text(wire.answer()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new RegistryException("manifest.json: " + field + " is missing");
    }
    return value;
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, String field, @Nullable String name) {
    String written = present(field, name);
    for (E constant : type.getEnumConstants()) {
      if (lower(constant).equals(written)) {
        return constant;
      }
    }
    throw new RegistryException("manifest.json: " + field + " = '" + written + "': not known");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static byte[] encode(Manifest manifest) {
    return MAPPER.writeValueAsBytes(
        new WireManifest(
            VERSION,
            manifest.models().stream().map(ManifestCodec::wire).toList(),
            manifest.federations().stream().map(ManifestCodec::wire).toList()));
  }

  private static WireModel wire(ModelEntry model) {
    return new WireModel(
        model.id(),
        model.path(),
        lower(model.kind()),
        model.base().orElse(null),
        model.architecture(),
        model.files(),
        model.vocabularyDigest(),
        model.licence());
  }

  private static WireFederation wire(FederationEntry federation) {
    TemplateEntry template = federation.template();
    return new WireFederation(
        federation.alias(),
        federation.specialists(),
        federation.weights().isEmpty() ? null : federation.weights(),
        lower(federation.combiner()),
        federation.main().orElse(null),
        federation.entropyThreshold().isPresent()
            ? federation.entropyThreshold().getAsDouble()
            : null,
        new WireTemplate(
            template.begin(),
            template.system(),
            template.context(),
            template.prompt(),
            template.answer()),
        federation.scaffold() ? Boolean.TRUE : null);
  }
}
