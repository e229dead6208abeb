package glassbox.lab.phases;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is taken away or exaggerated. Heats and structure are overrides of a request; what weakens
 * the gate is a configuration, because no request can.
 */
enum Ablation {
  NONE(overrides -> overrides, yaml -> yaml),
  NO_STARCH(overrides -> overrides.put("starch", 0.0), yaml -> yaml),
  FLAT_HEAT(Ablation::flat, yaml -> yaml),
  OVER_STARCH(overrides -> overrides.put("starch", 0.05), yaml -> yaml),
  SINGLE_CRITIC(overrides -> overrides, Ablation::single),
  NO_TRACE(overrides -> overrides, Ablation::traceless),
  NO_REPAIR(overrides -> overrides, yaml -> yaml.replaceAll("(repairs|restarts): \\d+", "$1: 0"));

  private static final Pattern CRITICS = Pattern.compile("critics: \\[([\\w-]+)[^\\]]*]");
  private static final Pattern MANDATORY = Pattern.compile("mandatory: \\[[^\\]]*]");

  private final UnaryOperator<ObjectNode> overriding;
  private final UnaryOperator<String> configuring;

  Ablation(UnaryOperator<ObjectNode> overriding, UnaryOperator<String> configuring) {
    this.overriding = overriding;
    this.configuring = configuring;
  }

  /** Its name in rows. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  ObjectNode override(ObjectNode overrides) {
    return overriding.apply(overrides);
  }

  /** The configuration document under it. */
  String configure(String yaml) {
    return configuring.apply(yaml);
  }

  private static ObjectNode flat(ObjectNode overrides) {
    for (String name : new String[] {"temps", "top_p"}) {
      double value = name.equals("temps") ? 0.7 : 0.9;
      overrides.putArray(name).add(value).add(value).add(value);
    }
    return overrides;
  }

  private static String single(String yaml) {
    return MANDATORY
        .matcher(CRITICS.matcher(yaml).replaceAll("critics: [$1]"))
        .replaceAll("mandatory: []");
  }

  private static String traceless(String yaml) {
    return yaml.replaceAll(", trace(?=[,\\]])", "")
        .replaceAll("(?<=\\[)trace, ", "")
        .replace("evidence_required: true", "evidence_required: false");
  }
}
