package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.tool.argument.Call;
import glassbox.critics.tool.argument.StatedMethod;
import java.util.List;
import java.util.Optional;

/** Whether a method that the answer states is the one of that name that the last snippet ran. */
final class RanCode {
  private RanCode() {}

  static Optional<String> problem(Draft draft, List<Call> calls) {
    if (calls.isEmpty() || !calls.getLast().tool().equals("java") || calls.getLast().failed()) {
      return Optional.empty();
    }
    Optional<StatedMethod> ran = StatedMethod.first(calls.getLast().input());
    for (Passage passage : draft.written(Field.ANSWER)) {
      Optional<StatedMethod> stated = StatedMethod.first(passage.text());
      boolean another =
          ran.isPresent()
              && stated.isPresent()
              && ran.get().name().equals(stated.get().name())
              && !ran.get().source().equals(stated.get().source());
      if (another) {
        return Optional.of("the answer states another " + ran.get().name() + " than ran");
      }
    }
    return Optional.empty();
  }
}
