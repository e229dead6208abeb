package glassbox.esi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.esi.field.Field;
import glassbox.esi.heat.AutoHeat;
import glassbox.esi.heat.AutoStarch;
import glassbox.esi.heat.Heat;
import glassbox.esi.heat.ToolRule;
import glassbox.esi.run.RunMachine;
import glassbox.esi.scaffold.SlotShares;
import glassbox.esi.volatility.StarchBands;
import glassbox.esi.volatility.TaskReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EsiConfigurationTest {

  private static String shipped() throws IOException {
    try (InputStream in = EsiConfiguration.class.getResourceAsStream("/glassbox/esi/esi-v1.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void shipsWithTheSpecificationsDefaults() {
    EsiConfiguration shipped = ConfigurationReader.shipped();
    assertThat(shipped.machine()).isEqualTo(new RunMachine(1, 1));
    assertThat(shipped.bars()).isEqualTo(new GateBars(0.67, 0.35, 0.40, true));
    assertThat(shipped.limits()).isEqualTo(new PassLimits(96, 320, 96, 128, 8));
    assertThat(shipped.repair()).isEqualTo(new RepairRules(true, RepairRules.Entropy.DRAFT));
    assertThat(shipped.agents()).isEqualTo(new Agents(false, 3, 512, 0.04, 0.67, 0.05, 0.6));
    assertThat(shipped.starch().hints()).isFalse();
    assertThat(shipped.fallback())
        .isEqualTo(new Fallback(Duration.ofSeconds(20), new Heat(0.3, 0.8), 0.01));
    assertThat(shipped.reader()).isEqualTo(TaskReader.DEFAULT);
    assertThat(shipped.starch().bands()).isEqualTo(StarchBands.DEFAULT);
    assertThat(shipped.starch().slots()).isEqualTo(SlotShares.DEFAULT);
    assertThat(shipped.controllers())
        .isEqualTo(
            new Controllers(
                true, Playbook.TABLE, AutoHeat.DEFAULT, AutoStarch.DEFAULT, ToolRule.DEFAULT));
    assertThat(shipped.defaultDomain()).isEqualTo("general");
    assertThat(shipped.domain("tools").critics())
        .containsExactly("args", "units", "trace", "cross-tool");
    for (DomainProfile profile : shipped.domains().values()) {
      if (!profile.name().equals("debate")) {
        assertThat(profile.critics()).as(profile.name()).contains("args");
        assertThat(profile.mandatory()).as(profile.name()).contains("args");
      }
    }
    assertThat(shipped.domain("code").schedule().verify()).isEqualTo(new Heat(0.15, 0.8));
    assertThat(shipped.domain("planning").repair()).isEqualTo(RepairUnit.WAYPOINTS);
    for (DomainProfile profile : shipped.domains().values()) {
      for (Field field : Field.values()) {
        assertThat(profile.template().hint(field)).isNotBlank();
      }
    }
  }

  @Test
  void isNamedByWhatItSaysNotByHowItIsWritten() throws IOException {
    String hash = ConfigurationReader.shipped().hash();
    String respelled = shipped().replace("chi: 0.35", "chi: 0.350").replace("# Over", "# over");
    assertThat(ConfigurationReader.read(respelled).hash()).isEqualTo(hash);
    assertThat(ConfigurationReader.read(shipped().replace("chi: 0.35", "chi: 0.36")).hash())
        .isNotEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1|version: 2|version must be 1",
        "chi: 0.35|chi: 1.35|esi.gate: every bar is in [0, 1]",
        "chi: 0.35|chi: warm|esi.gate.chi must be a number",
        "chi: 0.35|chi: .nan|Malformed numeric value",
        "repairs: 1|repairs: 1.5|esi.machine.repairs must be a whole number",
        "repairs: 1|repair: 1|esi.machine.repairs is missing",
        "restarts: 1|restarts: 1, more: 2|esi.machine.more is not known",
        "plan: 0.25|plan: 0.35|esi.starch.slots: the shares must add up to 1",
        "up_to: 1.00|up_to: 0.9|esi.starch: the last band must reach 1",
        "default_domain: general|default_domain: poetry|default_domain poetry is none of",
        "repair: waypoints|repair: everything|esi.domains.planning: repair is one of",
        "mandatory: [args, compile, tests]|mandatory: [poetry]|esi.domains.code: mandatory critic poetry",
        "temps: [0.25, 0.75, 0.15]|temps: [0.25, 0.75]|esi.domains.code.temps must have 3 numbers",
        "temps: [0.25, 0.75, 0.15]|temps: [0.25, 0, 0.15]|esi.domains.code: temperature must be",
        "tool_calls: 8|tool_calls: -1|esi.passes: every limit is at least 1",
        "chi: draft|chi: all|esi.repair: chi is draft or segment, not all",
        "spike: 0.67|spike: 2|esi.multi_agent: total_S_percent is in [0, 1) and spike",
        "playbook: table|playbook: chess|esi.controllers: playbook is table or parts, not chess",
        "value: 12|value: 0|esi.tools.own_units[1]: an own unit has a name and a value above 0",
        "schema: world|schema: a;b|esi.tools.sql: no plain name of a schema",
        "enabled: true|enabled: perhaps|esi.controllers.enabled must be true or false",
      })
  void refusesWhatCannotWorkByItsPath(String written, String instead, String message)
      throws IOException {
    String broken = shipped().replace(written, instead);
    assertThat(broken).isNotEqualTo(shipped());
    assertThatThrownBy(() -> ConfigurationReader.read(broken))
        .isInstanceOf(EsiConfigurationException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesWhatIsNoDocument() {
    for (String text : List.of("", "[1, 2]", "version: [", "version: 1\nversion: 1\n")) {
      assertThatThrownBy(() -> ConfigurationReader.read(text))
          .as(text)
          .isInstanceOf(EsiConfigurationException.class);
    }
  }

  @Test
  void namesTheDomainsItKnows() {
    assertThatThrownBy(() -> ConfigurationReader.shipped().domain("poetry"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reasoning");
  }

  @Test
  void movesStructureFromPlanToTraceForVolatileTasksOnly() {
    Starch starch = ConfigurationReader.shipped().starch();
    assertThat(starch.slots(0.6)).isEqualTo(SlotShares.DEFAULT);
    assertThat(starch.slots(0.61).trace()).isEqualTo(0.275);
    assertThat(starch.slots(0.61).plan()).isEqualTo(0.175);
  }
}
