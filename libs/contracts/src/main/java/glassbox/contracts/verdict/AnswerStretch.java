package glassbox.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A stretch of the answer that belongs to one field, by the offsets that the server recorded while
 * it decoded. Fields are never read out of the text: a marker that somebody typed is text.
 *
 * @param field the field
 * @param role who wrote it
 * @param start UTF-16 offset of its first character in the answer
 * @param end offset after its last; stretches are in order and do not overlap
 */
public record AnswerStretch(Field field, Role role, int start, int end) {

  /** Fields of the scaffold. */
  public enum Field {
    @JsonProperty("given")
    GIVEN,
    @JsonProperty("plan")
    PLAN,
    @JsonProperty("compute")
    COMPUTE,
    @JsonProperty("checks")
    CHECKS,
    @JsonProperty("trace")
    TRACE,
    @JsonProperty("answer")
    ANSWER
  }

  /** Who wrote a stretch. */
  public enum Role {
    /** A field's marker, forced by the server. */
    @JsonProperty("marker")
    MARKER,
    /** Text of the model. */
    @JsonProperty("text")
    TEXT,
    /** A tool call that the model wrote. */
    @JsonProperty("call")
    CALL,
    /** A tool's output with its trace id, forced by the server. */
    @JsonProperty("result")
    RESULT
  }
}
