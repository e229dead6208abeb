package glassbox.gateway.evaluate;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CombinerSpec;
import glassbox.contracts.generation.Decoding;
import glassbox.contracts.generation.Routing;
import glassbox.contracts.run.Domain;
import glassbox.gateway.esi.EsiOrder;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request that was checked, with its defaults filled in.
 *
 * @param text what is asked
 * @param sessionId the caller's own id
 * @param decoding how the answer is drawn, with its seed
 * @param combiner null for the federation's own
 * @param legibility how legible the answer is to be, and whether that is certified
 * @param domain what kind of task it is; null where the caller does not say
 * @param show what the caller wants to see
 * @param release which answers the caller takes
 * @param phases how it goes through phases, if it does
 * @param hash lower-case hex SHA-256 of the canonical request
 */
record Question(
    Text text,
    @Nullable String sessionId,
    Decoding decoding,
    @Nullable CombinerSpec combiner,
    Legibility legibility,
    @Nullable Domain domain,
    Show show,
    Release release,
    Phases phases,
    String hash) {

  private static final int CHARACTERS_PER_TOKEN = 3;
  private static final int EXPLANATION_SAMPLES = 8;

  /** What is asked, of whom. {@code answer} is null where one is to be generated. */
  record Text(
      String federation,
      @Nullable String system,
      @Nullable String context,
      String prompt,
      @Nullable String answer) {

    private int length() {
      return prompt.length() + length(system) + length(context) + length(answer);
    }

    private static int length(@Nullable String text) {
      return text == null ? 0 : text.length();
    }
  }

  /** What passes on at the bottlenecks, and whether the answer gets a certificate. */
  record Legibility(CertificateMode certificate, Routing routing) {
    /** Forwards over the whole text that it is sure to cost beside the answer's. */
    long samples() {
      return certificate == CertificateMode.FULL ? 1 : 0;
    }
  }

  /** What the caller wants to see. */
  record Show(boolean explain, OptionalLong budget, int topLogprobs, boolean blockAudit) {}

  /**
   * The course through phases.
   *
   * @param enabled null where the federation decides
   * @param choice what the caller chose
   * @param provisional whether a stream shows an answer before it is committed
   * @param stream whether the answer comes as events
   */
  record Phases(
      @Nullable Boolean enabled, EsiOrder.Choice choice, boolean provisional, boolean stream) {}

  /** Whether the answer's tokens are shown with their numbers. */
  boolean showsTokens() {
    return show.explain()
        || show.topLogprobs() > 0
        || show.blockAudit()
        || legibility.certificate() == CertificateMode.FULL;
  }

  /** Estimates tokens times samples; what was really spent is settled afterwards. */
  long estimate() {
    long once =
        text.length() / CHARACTERS_PER_TOKEN
            + (text.answer() == null ? decoding.maxNewTokens() : 0)
            + 1L;
    long answered = once * (1 + legibility.samples());
    long explanation = once * EXPLANATION_SAMPLES;
    return show.explain()
        ? answered + Math.min(explanation, show.budget().orElse(explanation))
        : answered;
  }
}
