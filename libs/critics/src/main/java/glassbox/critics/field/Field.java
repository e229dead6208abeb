package glassbox.critics.field;

/** Fields of the scaffold, in their order. */
public enum Field {
  GIVEN,
  PLAN,
  COMPUTE,
  CHECKS,
  TRACE,
  ANSWER
}
