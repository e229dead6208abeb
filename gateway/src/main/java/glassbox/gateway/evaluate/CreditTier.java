package glassbox.gateway.evaluate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import glassbox.contracts.explanation.Explanation;
import glassbox.contracts.explanation.ExplanationCost;
import glassbox.contracts.explanation.ExplanationQuality;
import glassbox.contracts.explanation.UnitImportance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One tier's explanation of an answer, or why there is none. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CreditTier.Computed.class, name = "computed"),
  @JsonSubTypes.Type(value = CreditTier.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = CreditTier.Unavailable.class, name = "unavailable")
})
@Schema(
    name = "CreditTier",
    oneOf = {CreditTier.Computed.class, CreditTier.Refused.class, CreditTier.Unavailable.class})
sealed interface CreditTier {

  /** The explanation, with how good it is and what it cost. */
  @Schema(name = "CreditTierComputed")
  record Computed(
      String method,
      double baseScore,
      List<UnitImportance> units,
      ExplanationQuality quality,
      ExplanationCost cost)
      implements CreditTier {
    public Computed {
      units = List.copyOf(units);
    }
  }

  /** It was not computed, for example because its estimated cost is over the budget. */
  @Schema(name = "CreditTierRefused")
  record Refused(
      @Nullable String type,
      @Nullable String detail,
      @Nullable Long estimatedForwards,
      @Nullable Long estimatedTokens,
      @Nullable Long budget)
      implements CreditTier {}

  /** It could not be computed now. */
  @Schema(name = "CreditTierUnavailable")
  record Unavailable(String reason) implements CreditTier {}

  static CreditTier computed(Explanation explanation) {
    return new Computed(
        explanation.method(),
        explanation.baseScore(),
        explanation.units(),
        explanation.quality(),
        explanation.cost());
  }
}
