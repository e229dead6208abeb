package glassbox.critic.verdict;

import glassbox.critics.chi.ChiSettings;
import glassbox.critics.gate.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are judged. Defaults are the specification's.
 *
 * @param standing critics that vote on a request that names no panel
 * @param mandatory those among them that must pass; at least one
 * @param timeLimit most time a critic may take
 * @param parallelism critics that run at once
 * @param gate bars of CSA and chi
 * @param chi weights and bars of chi
 * @param limits sizes of what is judged
 */
@ConfigurationProperties("glassbox.critics")
public record CriticSettings(
    @DefaultValue({"units", "contradiction", "trace"}) List<String> standing,
    @DefaultValue({"units", "contradiction"}) List<String> mandatory,
    @DefaultValue("2s") Duration timeLimit,
    @DefaultValue("2") int parallelism,
    @DefaultValue GateBars gate,
    @DefaultValue ChiWeights chi,
    @DefaultValue Limits limits) {

  private static final Set<String> KNOWN =
      Set.of(
          "units",
          "contradiction",
          "trace",
          "args",
          "cross-tool",
          "compile",
          "tests",
          "lint",
          "lemma",
          "cite-resolve",
          "quote-align",
          "cross-agent",
          "safety",
          "kinematics",
          "resource");

  public CriticSettings {
    standing = List.copyOf(standing);
    mandatory = List.copyOf(mandatory);
    if (!KNOWN.containsAll(standing) || Set.copyOf(standing).size() != standing.size()) {
      throw new IllegalArgumentException(
          "glassbox.critics.standing must name critics, each once: " + KNOWN);
    }
    if (mandatory.isEmpty() || !standing.containsAll(mandatory)) {
      throw new IllegalArgumentException(
          "glassbox.critics.mandatory must name at least one of " + standing);
    }
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("glassbox.critics.time-limit must be above zero");
    }
    if (parallelism < 1 || parallelism > 256) {
      throw new IllegalArgumentException("glassbox.critics.parallelism must be 1 to 256");
    }
  }

  /**
   * Bars of the gate.
   *
   * @param csa least CSA that commits
   * @param chi largest chi that commits
   */
  public record GateBars(@DefaultValue("0.67") double csa, @DefaultValue("0.35") double chi) {
    public GateBars {
      var unused = new Gate(csa, chi);
    }

    Gate gate() {
      return new Gate(csa, chi);
    }
  }

  /** As {@link ChiSettings}. */
  public record ChiWeights(
      @DefaultValue("0.5") double collapseWeight,
      @DefaultValue("0.3") double loopWeight,
      @DefaultValue("0.2") double contradictionWeight,
      @DefaultValue("128") int entropyWindow,
      @DefaultValue("64") int loopWindow,
      @DefaultValue("0.25") double repeatRatio,
      @DefaultValue("0.85") double selfBleu,
      @DefaultValue("0.6") double autocorrelation,
      @DefaultValue("0.8") double diffuse) {
    public ChiWeights {
      var unused =
          new ChiSettings(
              collapseWeight,
              loopWeight,
              contradictionWeight,
              entropyWindow,
              loopWindow,
              repeatRatio,
              selfBleu,
              autocorrelation,
              diffuse);
    }

    ChiSettings chi() {
      return new ChiSettings(
          collapseWeight,
          loopWeight,
          contradictionWeight,
          entropyWindow,
          loopWindow,
          repeatRatio,
          selfBleu,
          autocorrelation,
          diffuse);
    }
  }

  /**
   * Sizes of what is judged.
   *
   * @param text most characters of each text field
   * @param signals most token signals
   * @param fragments most fragments
   * @param claims most claims
   */
  public record Limits(
      @DefaultValue("400000") int text,
      @DefaultValue("32768") int signals,
      @DefaultValue("1024") int fragments,
      @DefaultValue("256") int claims) {
    public Limits {
      if (text < 1 || signals < 1 || fragments < 1 || claims < 1) {
        throw new IllegalArgumentException("glassbox.critics.limits must be at least 1");
      }
    }
  }
}
