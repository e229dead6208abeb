package glassbox.lab.world.label;

/** Parts of a text, in the order in which the template puts them. */
public enum SegmentKind {
  /** Instructions of the operator. */
  SYSTEM,
  /** Text the answer rests on. */
  CONTEXT,
  /** What the user asks. */
  PROMPT,
  /** What the model says: the only part, beside prose, on which loss is taken. */
  ANSWER,
  /** Text without a dialogue. */
  PROSE
}
