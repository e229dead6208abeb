package glassbox.contracts.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of task a run is, as its caller says; for reports only. */
public enum Domain {
  @JsonProperty("reasoning")
  REASONING,
  @JsonProperty("tools")
  TOOLS,
  @JsonProperty("finance")
  FINANCE,
  @JsonProperty("clinical")
  CLINICAL,
  @JsonProperty("education")
  EDUCATION,
  @JsonProperty("planning")
  PLANNING,
  @JsonProperty("code")
  CODE,
  @JsonProperty("quantities")
  QUANTITIES,
  @JsonProperty("general")
  GENERAL,
  @JsonProperty("notes")
  NOTES
}
