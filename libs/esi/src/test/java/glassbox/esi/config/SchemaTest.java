package glassbox.esi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema that ships beside the configuration says what the reader takes. */
class SchemaTest {

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            EsiConfiguration.class.getResourceAsStream("/glassbox/esi/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Error> faults(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("esi-v1.schema.json"));
    return schema.validate(yaml, InputFormat.YAML);
  }

  @Test
  void takesWhatShips() throws IOException {
    assertThat(faults(resource("esi-v1.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1|version: 2",
        "chi: 0.35|chi: 1.35",
        "repairs: 1|repairs: 1.5",
        "repairs: 1|repair: 1",
        "restarts: 1|restarts: 1, more: 2",
        "repair: waypoints|repair: everything",
        "temps: [0.25, 0.75, 0.15]|temps: [0.25, 0.75]",
        "temps: [0.25, 0.75, 0.15]|temps: [0.25, 0, 0.15]",
        "playbook: table|playbook: chess",
        "chi: draft|chi: all",
        "num_agents: 3|num_agents: 1",
        "rows: 50|rows: 0",
        "fragments_per_claim: 1|fragments_per_claim: 0",
        "hints: false|hints: no thanks",
        "given: the question in one or two lines|given: ''",
      })
  void refusesWhatTheReaderRefuses(String written, String instead) throws IOException {
    String broken = resource("esi-v1.yaml").replace(written, instead);
    assertThat(broken).isNotEqualTo(resource("esi-v1.yaml"));
    assertThat(faults(broken)).isNotEmpty();
    assertThatThrownBy(() -> ConfigurationReader.read(broken))
        .isInstanceOf(EsiConfigurationException.class);
  }
}
