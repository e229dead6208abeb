package glassbox.house.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import glassbox.house.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * docker-compose.yml against our own schema of the part of the Compose specification that it uses,
 * stricter than the specification's: a health check, a restart rule and loopback ports are
 * required. What runs once and ends needs a command in place of a health check.
 */
class ComposeTest {

  private static final String COMPOSE =
      Repository.text(Repository.root().resolve("docker-compose.yml"));
  private static final JsonNode TREE = new YAMLMapper().readTree(COMPOSE);

  private static List<Error> faults(String yaml) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ComposeTest.class.getResourceAsStream("/compose-schema.json"))) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return schema.validate(yaml, InputFormat.YAML);
    }
  }

  @Test
  void keepsTheSchema() throws IOException {
    assertThat(faults(COMPOSE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "healthcheck: | healthchek:",
        "127.0.0.1: | 0.0.0.0:",
        "condition: service_healthy | condition: healthy",
        "interval: 5s | interval: often",
        "services: | service:",
      })
  void findsFaults(String right, String wrong) throws IOException {
    assertThat(COMPOSE).contains(right);
    assertThat(faults(COMPOSE.replace(right, wrong))).isNotEmpty();
  }

  @Test
  void dependenciesVolumesAndSecretsAreDeclared() {
    for (JsonNode service : TREE.path("services")) {
      for (String name : service.path("depends_on").propertyNames()) {
        assertThat(TREE.path("services").has(name)).as(name).isTrue();
      }
      for (JsonNode secret : service.path("secrets")) {
        assertThat(TREE.path("secrets").has(secret.asString())).isTrue();
      }
      for (JsonNode volume : service.path("volumes")) {
        String source = volume.asString().split(":", -1)[0];
        assertThat(source.startsWith(".") || TREE.path("volumes").has(source)).as(source).isTrue();
      }
    }
  }

  @Test
  void buildsTargetsThatTheDockerfileHas() {
    String dockerfile = Repository.text(Repository.root().resolve("Dockerfile"));
    for (JsonNode service : TREE.path("services")) {
      String target = service.at("/build/target").asString("");
      if (!target.isEmpty()) {
        assertThat(dockerfile).containsPattern("(?m)^FROM .* AS " + target + "$");
      }
    }
    assertThat(TREE.path("services").propertyNames())
        .containsExactlyInAnyOrder("postgres", "roles", "audit", "critic", "inference", "gateway");
  }

  /** Only migrations may own what is recorded. */
  @Test
  void auditWorksWithTheWritersRoleThatIsMadeBeforeIt() {
    JsonNode audit = TREE.at("/services/audit");
    JsonNode owner = TREE.at("/services/postgres/environment/POSTGRES_USER");
    assertThat(audit.at("/environment/SPRING_DATASOURCE_USERNAME").asString())
        .isEqualTo("glassbox_writer")
        .isNotEqualTo(owner.asString());
    assertThat(audit.at("/environment/SPRING_FLYWAY_USER")).isEqualTo(owner);
    assertThat(audit.at("/environment/SPRING_DATASOURCE_PASSWORD"))
        .isNotEqualTo(audit.at("/environment/SPRING_FLYWAY_PASSWORD"));
    assertThat(audit.at("/depends_on/roles/condition").asString())
        .isEqualTo("service_completed_successfully");
    JsonNode roles = TREE.at("/services/roles");
    assertThat(roles.at("/environment/PGUSER")).isEqualTo(owner);
    String script = roles.at("/volumes/0").asString().split(":", -1)[0];
    assertThat(Repository.text(Repository.root().resolve(script)))
        .contains("create role glassbox_writer login", "GLASSBOX_POSTGRES_WRITER_PASSWORD");
  }
}
