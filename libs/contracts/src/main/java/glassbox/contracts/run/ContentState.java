package glassbox.contracts.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a run's texts and token ids. */
public enum ContentState {
  /** They are there, encrypted under the run's own key. */
  @JsonProperty("kept")
  KEPT,
  /** Their key was destroyed; the numbers stay. */
  @JsonProperty("erased")
  ERASED,
  /** They were never stored, because the tenant did not opt in. */
  @JsonProperty("not_kept")
  NOT_KEPT
}
