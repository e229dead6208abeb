package glassbox.lab.world.grading;

import glassbox.lab.world.code.IntMethod;
import glassbox.lab.world.task.Reference;
import java.util.Optional;

/** Takes the last method of an answer and compares what it computes. */
final class CodeGrader {

  private CodeGrader() {}

  static Grade grade(Reference.Code reference, String answer) {
    IntMethod wanted = IntMethod.parse(reference.text());
    Optional<IntMethod> given = IntMethod.findLast(answer);
    if (given.isEmpty()) {
      return Grade.wrong("has no method of one int");
    }
    IntMethod method = given.get();
    if (!method.name().equals(wanted.name())) {
      return Grade.wrong("is called " + method.name());
    }
    return method.computesSameAs(wanted)
        ? Grade.right("computes the same")
        : Grade.wrong("computes something else");
  }
}
