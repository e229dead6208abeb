package glassbox.contracts.generation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a record is durable, and where. */
public enum RecordState {
  /** In the audit service's database. */
  @JsonProperty("committed")
  COMMITTED,
  /** On the producer's local disk, to be sent when audit is back. */
  @JsonProperty("pending")
  PENDING
}
