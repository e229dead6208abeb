package glassbox.shell.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON rules: snake_case; unknown fields, duplicate keys, trailing tokens, coercions between
 * scalars, numbers that are not finite doubles and nulls for non-null record components are errors;
 * an absent list, set or map is empty; timestamps are ISO 8601.
 */
public final class StrictJson {

  private StrictJson() {}

  /** A mapper with these rules. */
  public static JsonMapper mapper() {
    JsonMapper.Builder builder = JsonMapper.builder();
    apply(builder);
    return builder.build();
  }

  /** Sets these rules on {@code builder}. */
  public static void apply(JsonMapper.Builder builder) {
    builder
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .annotationIntrospector(
            AnnotationIntrospectorPair.pair(
                new NonNullComponents(), builder.annotationIntrospector()))
        .addModule(FiniteNumbers.module());
    refuseCoercions(builder);
    Stream.of(Collection.class, List.class, Set.class, Map.class)
        .forEach(
            type ->
                builder.withConfigOverride(
                    type,
                    override ->
                        override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))));
  }

  private static void refuseCoercions(JsonMapper.Builder builder) {
    Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
        .forEach(
            shape -> {
              builder.withCoercionConfig(
                  LogicalType.Textual, config -> config.setCoercion(shape, CoercionAction.Fail));
              builder.withCoercionConfig(
                  LogicalType.Enum, config -> config.setCoercion(shape, CoercionAction.Fail));
            });
    Stream.of(LogicalType.Enum, LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)
        .forEach(
            type ->
                builder.withCoercionConfig(
                    type,
                    config ->
                        config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)));
  }
}
