package glassbox.lab.world.grading;

import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Reference;

/** Grades answers to tasks. */
public final class Grader {

  private Grader() {}

  /** Grades an answer to a task. */
  public static Grade grade(Instance task, String answer) {
    return grade(task.reference(), task.prompt().text(), answer);
  }

  /**
   * Grades an answer.
   *
   * @param reference the right answer
   * @param prompt what was asked: numbers repeated from it are not taken for answers
   * @param answer what was said, in fields or not
   */
  public static Grade grade(Reference reference, String prompt, String answer) {
    String text = answered(answer);
    return switch (reference) {
      case Reference.Quantity quantity -> QuantityGrader.grade(quantity, prompt, text);
      case Reference.Choice choice -> ChoiceGrader.grade(choice, text);
      case Reference.Route route -> RouteGrader.grade(route, text);
      case Reference.Code code -> CodeGrader.grade(code, text);
    };
  }

  /** Name of the grader of a reference, for files. */
  public static String name(Reference reference) {
    return switch (reference) {
      case Reference.Quantity quantity -> quantity.unit().isEmpty() ? "number" : "quantity";
      case Reference.Choice ignored -> "choice";
      case Reference.Route ignored -> "route";
      case Reference.Code ignored -> "code";
    };
  }

  /** The content of the last [Answer] field, or all of a text without one. */
  static String answered(String answer) {
    int field = answer.lastIndexOf(DemoTokens.ANSWER_FIELD);
    String text = field < 0 ? answer : answer.substring(field + DemoTokens.ANSWER_FIELD.length());
    return text.replace(DemoTokens.END, "").strip();
  }
}
