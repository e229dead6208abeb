package glassbox.engine.training;

import java.util.ArrayList;
import java.util.List;

/** Puts every n-th row first: a part of a batch that is as mixed as the batch. */
final class Strided {

  private Strided() {}

  static <T> List<T> order(List<T> rows, int n) {
    var first = new ArrayList<T>();
    var others = new ArrayList<T>();
    for (int i = 0; i < rows.size(); i++) {
      (i % n == 0 ? first : others).add(rows.get(i));
    }
    first.addAll(others);
    return first;
  }
}
