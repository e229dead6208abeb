package glassbox.gateway.esi;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CombinerSpec;
import glassbox.contracts.generation.Routing;
import glassbox.contracts.verdict.Material;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run to be made.
 *
 * @param runId issued by this gateway
 * @param tenant who asks
 * @param question what is asked, of whom
 * @param drawing how tokens are drawn
 * @param showing what every pass is to report and keep
 * @param choice what the caller chose for this run
 */
public record EsiOrder(
    UUID runId, String tenant, Asked question, Drawing drawing, Showing showing, Choice choice) {

  /** What is asked. */
  public record Asked(
      String federation, @Nullable String system, @Nullable String context, String prompt) {}

  /**
   * How tokens are drawn.
   *
   * @param seed of all draws
   * @param sample false for the most probable token everywhere
   * @param combiner null for the federation's own
   * @param routing what passes on at the bottlenecks
   */
  public record Drawing(
      long seed, boolean sample, @Nullable CombinerSpec combiner, Routing routing) {}

  /** What every pass reports and keeps. */
  public record Showing(
      int topLogprobs, boolean blockAudit, CertificateMode certificate, boolean keepContent) {}

  /**
   * What the caller chose.
   *
   * @param domain whose profile is used; null for the configuration's default
   * @param tools names of those that may be called; null for all
   * @param material documents, tests, maps
   * @param temps of outline, draft and verification; empty for the parameters in force
   * @param topP likewise
   * @param starch share of the window; null likewise
   * @param maxTokens of the answer's side; null for the setting's
   */
  public record Choice(
      @Nullable String domain,
      @Nullable List<String> tools,
      Material material,
      List<Double> temps,
      List<Double> topP,
      @Nullable Double starch,
      @Nullable Integer maxTokens) {
    public Choice {
      tools = tools == null ? null : List.copyOf(tools);
      temps = List.copyOf(temps);
      topP = List.copyOf(topP);
    }
  }
}
