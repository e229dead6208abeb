package glassbox.gateway.docs;

import glassbox.gateway.access.Caller;
import glassbox.shell.problem.ProblemBody;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway's OpenAPI document: how to authenticate, and which problems may come. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
  private static final String BEARER = "bearer";
  private static final String HEADER = "api-key";
  private static final Map<String, String> PROBLEMS =
      new TreeMap<>(
          Map.of(
              "400", "The request is not valid; errors names the fields",
              "401", "No key, or none that is known",
              "403", "The key lacks the scope",
              "404", "There is no such thing for this tenant",
              "429", "Over the tenant's allowance; see Retry-After",
              "503", "A service behind the gateway does not answer; see Retry-After"));
  private static final Map<String, String> BODY_PROBLEMS =
      Map.of(
          "409", "The first request with this Idempotency-Key is still running",
          "413", "The body is too large",
          "415", "The body is not application/json",
          "422", "Readable, but not to be done: credit tier, idempotency key");

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  OpenAPI gatewayApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Glassbox gateway")
                .version("1")
                .description(
                    "Answers from a federation of language models, each with a record that proves"
                        + " how it came about.")
                .license(new License().name("Apache-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes(
                    HEADER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")))
        .addSecurityItem(new SecurityRequirement().addList(BEARER))
        .addSecurityItem(new SecurityRequirement().addList(HEADER));
  }

  @Bean
  OpenApiCustomizer problemResponses() {
    return api -> {
      ModelConverters.getInstance(true)
          .readAll(ProblemBody.class)
          .forEach((name, schema) -> api.getComponents().addSchemas(name, open(name, schema)));
      api.getPaths()
          .values()
          .forEach(path -> path.readOperations().forEach(ApiDocument::addProblems));
    };
  }

  /** A problem's extension members stand beside its own. */
  private static Schema<?> open(String name, Schema<?> schema) {
    if (name.equals("ProblemBody")) {
      schema.getProperties().remove("members");
      schema.setAdditionalProperties(true);
    }
    return schema;
  }

  private static void addProblems(Operation operation) {
    PROBLEMS.forEach((status, description) -> add(operation, status, description));
    if (operation.getRequestBody() != null) {
      new TreeMap<>(BODY_PROBLEMS)
          .forEach((status, description) -> add(operation, status, description));
    }
  }

  private static void add(Operation operation, String status, String description) {
    Content problem =
        new Content()
            .addMediaType(
                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemBody")));
    operation
        .getResponses()
        .putIfAbsent(status, new ApiResponse().description(description).content(problem));
  }
}
