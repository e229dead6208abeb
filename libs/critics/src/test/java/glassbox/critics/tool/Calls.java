package glassbox.critics.tool;

import glassbox.critics.Fragment;
import java.util.ArrayList;
import java.util.List;

/** Calls as tables of tests write them: {@code calculator 2*3 => 6 & convert 6 m cm => 600 cm}. */
final class Calls {

  private Calls() {}

  /** Evidence t1, t2 and so on. */
  static List<Fragment> of(String calls) {
    List<Fragment> fragments = new ArrayList<>();
    for (String call : calls.split(" & ")) {
      String[] parts = call.split("=>");
      String[] input = parts[0].strip().split(" ", 2);
      String id = "t" + (fragments.size() + 1);
      fragments.add(Fragment.call(id, input[0], input[1], parts[1].strip()));
    }
    return fragments;
  }
}
