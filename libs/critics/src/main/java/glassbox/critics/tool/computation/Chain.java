package glassbox.critics.tool.computation;

import glassbox.critics.quantity.Figures;
import glassbox.critics.tool.argument.Call;
import java.util.ArrayList;
import java.util.List;

/** A computation: a call, and all calls that it takes a number from, directly or not. */
record Chain(List<Call> calls) {

  static Chain of(Call last, List<Call> all) {
    List<Call> chain = new ArrayList<>(List.of(last));
    Figures used = Figures.in(last.input());
    for (Call call : all.reversed()) {
      boolean feeds = call.gave().stream().anyMatch(used::hold);
      if (!chain.contains(call) && feeds) {
        chain.add(call);
        used.add(call.input());
      }
    }
    return new Chain(List.copyOf(chain));
  }

  /** All numbers that it uses. */
  Figures used() {
    Figures used = new Figures();
    calls.forEach(call -> used.add(call.input()));
    return used;
  }

  /** The expressions that it works out. */
  List<String> expressions() {
    return calls.stream()
        .filter(call -> call.tool().equals("calculator"))
        .map(Call::input)
        .toList();
  }
}
