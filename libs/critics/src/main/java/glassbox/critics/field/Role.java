package glassbox.critics.field;

/** Who wrote a stretch of an answer. */
public enum Role {
  /** A field's marker, forced by the server. */
  MARKER,
  /** Text of the model. */
  TEXT,
  /** A tool call of the model. */
  CALL,
  /** A tool's output with its trace id, forced by the server. */
  RESULT
}
