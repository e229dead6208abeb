package glassbox.esi.repair;

import glassbox.esi.field.Field;

/** What the model is told of a repair. */
public final class RepairPrompt {

  private static final String ANEW = "Read the question again and begin anew.";

  private RepairPrompt() {}

  /** The instruction, with the critic and what it objected to. */
  public static String of(Repair repair) {
    String head = "[Fix] " + repair.block().name() + " failed: " + repair.critic() + ": ";
    boolean anew = repair.block().field().equals(Field.GIVEN.marker());
    return head + repair.diff() + ". " + (anew ? ANEW : demand(repair.critic()));
  }

  private static String demand(String critic) {
    return switch (critic) {
      case "units", "kinematics", "resource" ->
          "Keep what is given and the trace as they are. Change the smallest step that causes the"
              + " mismatch, compute it again, and answer anew.";
      case "contradiction" ->
          "Keep what is given as it is. Change one assumption at most, or claim less, and answer"
              + " anew.";
      case "trace", "cite-resolve", "quote-align" ->
          "Add one tool call or name the evidence that is there; change nothing else but the"
              + " answer.";
      case "args", "cross-tool" ->
          "Repeat the tool call with right arguments, and answer anew. Change nothing else.";
      case "compile", "tests", "lint" ->
          "Change the smallest piece of code that mends it, and answer anew.";
      default -> "Change this block alone, and answer anew.";
    };
  }
}
