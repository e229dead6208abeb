package glassbox.shell.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import glassbox.shell.access.ServiceToken;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Schemas with the names and the required fields of the JSON rules, and no address of a host. */
@AutoConfiguration(afterName = "org.springdoc.core.configuration.SpringDocConfiguration")
@ConditionalOnBean(ObjectMapperProvider.class)
public class WireModels {

  /** First of the converters to be registered, so last to be asked: the others unwrap for it. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ModelResolver modelResolver(ObjectMapperProvider provider) {
    ObjectMapper mapper = provider.jsonMapper().copy();
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    mapper.setAnnotationIntrospector(
        AnnotationIntrospectorPair.pair(
            new RequiredComponents(), mapper.getSerializationConfig().getAnnotationIntrospector()));
    return new ModelResolver(mapper).openapi31(provider.isOpenapi31());
  }

  /** How to call an internal service from its own Swagger UI. */
  @Bean
  @ConditionalOnProperty(
      name = "glassbox.service-token-required",
      havingValue = "true",
      matchIfMissing = true)
  OpenApiCustomizer serviceToken() {
    return api -> {
      api.getComponents()
          .addSecuritySchemes(
              "service-token",
              new SecurityScheme()
                  .type(SecurityScheme.Type.APIKEY)
                  .in(SecurityScheme.In.HEADER)
                  .name(ServiceToken.HEADER)
                  .description(
                      "The secret that the services share, as in .glassbox/service-token. Try calls"
                          + " out on the service's own /swagger-ui.html: the gateway passes none"
                          + " on."));
      api.addSecurityItem(new SecurityRequirement().addList("service-token"));
    };
  }

  /** The document is the same whoever asks, by whatever name or proxy, and however often. */
  @Bean
  ServerBaseUrlCustomizer relativeServer() {
    return (url, request) -> "/";
  }
}
