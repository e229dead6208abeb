package glassbox.gateway.evaluate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import glassbox.contracts.verdict.Chi;
import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.GateDecision;
import glassbox.contracts.verdict.Rate;
import glassbox.contracts.verdict.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the critics say of an answer, or why they say nothing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Gate.Judged.class, name = "judged"),
  @JsonSubTypes.Type(value = Gate.Unavailable.class, name = "unavailable")
})
@Schema(
    name = "Gate",
    oneOf = {Gate.Judged.class, Gate.Unavailable.class})
sealed interface Gate {

  /**
   * The critics judged.
   *
   * @param csa share of agreeing pairs of critics; 1 for fewer than two
   * @param chi clump order parameter in [0, 1]: the sum of its three weighted components; null
   *     where no token's uncertainty was measured
   * @param components of chi
   * @param verdicts one a critic
   * @param decision of the gate
   * @param reasons for it; empty for {@code commit}
   */
  @Schema(name = "GateJudged")
  record Judged(
      double csa,
      @Nullable Double chi,
      @Nullable Components components,
      List<Verdict> verdicts,
      GateDecision.Outcome decision,
      List<String> reasons)
      implements Gate {
    public Judged {
      verdicts = List.copyOf(verdicts);
      reasons = List.copyOf(reasons);
    }
  }

  /** The critics could not be asked: the answer was not judged. */
  @Schema(name = "GateUnavailable")
  record Unavailable(String reason) implements Gate {}

  /** The parts of chi. */
  @Schema(name = "ChiComponents")
  record Components(
      double collapse,
      double loop,
      double contradiction,
      Rate loopRate,
      Rate contradictionRate,
      double meanNormalizedEntropy,
      boolean diffuse) {
    static Components of(Chi chi) {
      return new Components(
          chi.collapse(),
          chi.loop(),
          chi.contradiction(),
          chi.loopRate(),
          chi.contradictionRate(),
          chi.meanNormalizedEntropy(),
          chi.diffuse());
    }
  }

  static Gate judged(CriticReport report) {
    Chi chi = report.chi();
    return new Judged(
        report.csa(),
        chi == null ? null : chi.value(),
        chi == null ? null : Components.of(chi),
        report.verdicts(),
        report.gate().outcome(),
        report.gate().reasons());
  }
}
