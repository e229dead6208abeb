package glassbox.gateway.esi;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.verdict.Material;
import glassbox.esi.config.ConfigurationReader;
import glassbox.esi.config.EsiConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunOrdersTest {
  private static int agents(EsiOrder.@Nullable Team team, EsiConfiguration configuration) {
    Material none = new Material(List.of(), List.of(), null, List.of());
    return RunOrders.agents(
        new EsiOrder.Choice(null, null, none, List.of(), List.of(), null, null, team),
        configuration);
  }

  private static EsiConfiguration enabled() throws IOException {
    try (InputStream in = RunOrdersTest.class.getResourceAsStream("/glassbox/esi/esi-v1.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ConfigurationReader.read(
          yaml.replace(
              "multi_agent: {enabled: false, num_agents: 3,",
              "multi_agent: {enabled: true, num_agents: 4,"));
    }
  }

  @Test
  void theConfigurationIsTheDefault() throws IOException {
    assertThat(agents(null, ConfigurationReader.shipped())).isEqualTo(1);
    assertThat(agents(null, enabled())).isEqualTo(4);
    assertThat(agents(new EsiOrder.Team(true, null, null, List.of()), enabled())).isEqualTo(4);
  }

  @Test
  void theCallerDecides() throws IOException {
    assertThat(agents(new EsiOrder.Team(false, null, null, List.of()), enabled())).isEqualTo(1);
    EsiConfiguration shipped = ConfigurationReader.shipped();
    assertThat(agents(new EsiOrder.Team(true, null, null, List.of()), shipped)).isEqualTo(3);
    assertThat(agents(new EsiOrder.Team(true, 2, null, List.of()), shipped)).isEqualTo(2);
    EsiOrder.Role role = new EsiOrder.Role(List.of(), "look twice");
    assertThat(
            agents(new EsiOrder.Team(true, null, null, List.of(role, role, role, role)), shipped))
        .isEqualTo(4);
  }
}
