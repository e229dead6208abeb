package glassbox.esi.field;

/** What a token of the answer's side is. */
public enum Role {
  /** A field's marker, forced by the server. */
  MARKER,
  /** Text that the model wrote. */
  TEXT,
  /** The mark that opens a tool call, and the call's text, which the model wrote. */
  CALL,
  /** A tool's output with its trace id and the marks around them, forced by the server. */
  RESULT
}
