package glassbox.gateway.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Writes sealed types as what they are: one of their members, told apart by {@code state}. The
 * generator makes each member contain the whole again, which no validator can follow.
 */
@Component
final class SumTypes implements OpenApiCustomizer {
  private static final String PREFIX = "#/components/schemas/";

  @Override
  public void customise(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    Map.copyOf(schemas).forEach((name, schema) -> rewrite(name, schema, schemas));
  }

  private static void rewrite(String name, Schema<?> sum, Map<String, Schema> schemas) {
    Discriminator discriminator = sum.getDiscriminator();
    if (discriminator == null || sum.getOneOf() == null) {
      return;
    }
    sum.setProperties(null);
    sum.setRequired(null);
    for (Schema<?> member : sum.getOneOf()) {
      String memberName = member.get$ref().substring(PREFIX.length());
      String state = memberName.substring(name.length()).toLowerCase(Locale.ROOT);
      discriminator.mapping(state, member.get$ref());
      schemas.computeIfPresent(
          memberName, (key, schema) -> flat(schema, discriminator.getPropertyName(), state));
    }
  }

  private static Schema<?> flat(Schema<?> member, String property, String state) {
    Schema<?> own = member.getAllOf() == null ? member : member.getAllOf().getLast();
    Set<String> required = new TreeSet<>(Set.of(property));
    if (member.getRequired() != null) {
      required.addAll(member.getRequired());
    }
    own.addProperty(property, new StringSchema()._enum(List.of(state)));
    own.setRequired(List.copyOf(required));
    return own;
  }
}
