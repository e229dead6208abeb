package glassbox.shell.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Schemas with the names and the required fields of the JSON rules, and no address of a host. */
@AutoConfiguration(afterName = "org.springdoc.core.configuration.SpringDocConfiguration")
@ConditionalOnBean(ObjectMapperProvider.class)
public class WireModels {

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider provider) {
    ObjectMapper mapper = provider.jsonMapper().copy();
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    mapper.setAnnotationIntrospector(
        AnnotationIntrospectorPair.pair(
            new RequiredComponents(), mapper.getSerializationConfig().getAnnotationIntrospector()));
    return new ModelResolver(mapper).openapi31(provider.isOpenapi31());
  }

  @Bean
  OpenApiCustomizer relativeServer() {
    return (OpenAPI api) -> api.servers(List.of());
  }
}
