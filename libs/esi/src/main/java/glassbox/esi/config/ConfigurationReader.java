package glassbox.esi.config;

import glassbox.esi.field.Field;
import glassbox.esi.heat.AutoHeat;
import glassbox.esi.heat.AutoStarch;
import glassbox.esi.heat.Heat;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.heat.ToolRule;
import glassbox.esi.run.RunMachine;
import glassbox.esi.scaffold.DomainTemplate;
import glassbox.esi.scaffold.SlotShares;
import glassbox.esi.tool.OwnUnit;
import glassbox.esi.tool.SqlLimits;
import glassbox.esi.volatility.StarchBands;
import glassbox.esi.volatility.TaskReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads configurations. */
public final class ConfigurationReader {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String SHIPPED = "/glassbox/esi/esi-v1.yaml";
  private static final int VERSION = 1;

  private ConfigurationReader() {}

  /** The configuration that ships. */
  public static EsiConfiguration shipped() {
    try (InputStream in = ConfigurationReader.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + SHIPPED);
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws EsiConfigurationException when a value is missing, unknown or cannot work
   */
  public static EsiConfiguration read(String yaml) {
    JsonNode document = parse(yaml);
    Section root = Section.root(document);
    int version = root.integer("version");
    if (version != VERSION) {
      throw new EsiConfigurationException("version must be " + VERSION + ", not " + version);
    }
    EsiConfiguration configuration = root.section("esi", esi -> configuration(esi, document));
    root.refuseRest();
    return configuration;
  }

  private static JsonNode parse(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JacksonException e) {
      throw new EsiConfigurationException("this is not YAML: " + e.getOriginalMessage(), e);
    }
  }

  private static EsiConfiguration configuration(Section esi, JsonNode document) {
    Starch starch = esi.section("starch", ConfigurationReader::starch);
    return new EsiConfiguration(
        esi.section("machine", s -> new RunMachine(s.integer("repairs"), s.integer("restarts"))),
        esi.section("gate", ConfigurationReader::bars),
        esi.section("passes", ConfigurationReader::limits),
        esi.section("repair", ConfigurationReader::repair),
        esi.section("fallback", ConfigurationReader::fallback),
        esi.section("volatility", ConfigurationReader::reader),
        starch,
        esi.section("controllers", ConfigurationReader::controllers),
        esi.section("multi_agent", ConfigurationReader::agents),
        esi.section("tools", ConfigurationReader::tools),
        domains(esi),
        esi.text("default_domain"),
        Canonical.hash(document));
  }

  private static GateBars bars(Section s) {
    return new GateBars(
        s.number("csa"), s.number("chi"), s.number("phase"), s.flag("evidence_required"));
  }

  private static PassLimits limits(Section s) {
    return new PassLimits(
        s.integer("outline_tokens"),
        s.integer("draft_tokens"),
        s.integer("verify_tokens"),
        s.integer("answer_tokens"),
        s.integer("tool_calls"));
  }

  private static RepairRules repair(Section s) {
    return new RepairRules(s.flag("instruct"), RepairRules.Entropy.of(s.text("chi")));
  }

  private static Starch starch(Section s) {
    List<StarchBands.Band> bands =
        s.items("bands", b -> new StarchBands.Band(b.number("up_to"), b.number("S_percent")));
    return new Starch(
        new StarchBands(bands, s.integer("cap_tokens"), s.integer("least_tokens")),
        s.section("slots", ConfigurationReader::slots),
        s.flag("hints"),
        s.number("high_volatility_shift"));
  }

  private static Map<String, DomainProfile> domains(Section esi) {
    var domains = new LinkedHashMap<String, DomainProfile>();
    for (DomainProfile profile : esi.entries("domains", ConfigurationReader::domain)) {
      domains.put(profile.name(), profile);
    }
    return domains;
  }

  private static DomainProfile domain(Section s) {
    return new DomainProfile(
        s.name(),
        s.number("S_percent"),
        schedule(s),
        s.texts("critics"),
        s.texts("mandatory"),
        RepairUnit.of(s.text("repair")),
        s.integer("fragments_per_claim"),
        s.section("template", ConfigurationReader::template));
  }

  private static HeatSchedule schedule(Section s) {
    double[] temps = s.numbers("temps", 3);
    double[] topP = s.numbers("top_p", 3);
    return new HeatSchedule(
        new Heat(temps[0], topP[0]), new Heat(temps[1], topP[1]), new Heat(temps[2], topP[2]));
  }

  private static DomainTemplate template(Section s) {
    var hints = new EnumMap<Field, String>(Field.class);
    for (Field field : Field.values()) {
      hints.put(field, s.text(field.name().toLowerCase(Locale.ROOT)));
    }
    return new DomainTemplate(hints);
  }

  private static SlotShares slots(Section s) {
    return new SlotShares(
        s.number("structure"), s.number("plan"), s.number("glue"), s.number("trace"));
  }

  private static Fallback fallback(Section s) {
    return new Fallback(
        Duration.ofMillis(s.integer("after_ms")),
        new Heat(s.number("temperature"), s.number("top_p")),
        s.number("S_percent"));
  }

  private static TaskReader reader(Section s) {
    return new TaskReader(
        s.integer("full_length_tokens"),
        s.integer("full_symbol_cues"),
        s.integer("full_ambiguity_cues"));
  }

  private static Controllers controllers(Section s) {
    return new Controllers(
        s.flag("enabled"),
        Playbook.of(s.text("playbook")),
        s.section("heat", ConfigurationReader::autoHeat),
        s.section("starch", a -> new AutoStarch(a.number("step_percent"), a.number("cap_percent"))),
        s.section("tool", t -> new ToolRule(t.number("cool_by"), t.number("coolest_draft"))));
  }

  private static AutoHeat autoHeat(Section s) {
    return new AutoHeat(
        s.number("collapsed_below"),
        s.number("diffuse_above"),
        s.number("step"),
        new AutoHeat.Range(s.number("coolest_draft"), s.number("warmest_draft")),
        s.number("coolest_verify"),
        s.number("csa_dip"));
  }

  private static ToolRules tools(Section s) {
    return new ToolRules(
        s.items("own_units", ConfigurationReader::unit),
        s.section(
            "sql",
            q ->
                new SqlLimits(
                    q.integer("rows"),
                    Duration.ofMillis(q.integer("timeout_ms")),
                    q.text("schema"))));
  }

  private static OwnUnit unit(Section s) {
    return new OwnUnit(s.texts("names"), BigDecimal.valueOf(s.number("value")), s.text("unit"));
  }

  private static Agents agents(Section s) {
    return new Agents(
        s.flag("enabled"),
        s.integer("num_agents"),
        s.integer("tokens_per_agent"),
        s.number("total_S_percent"),
        s.number("spike"),
        s.number("cool_by"),
        s.number("coolest_draft"));
  }
}
