package glassbox.engine.federation;

import glassbox.engine.text.TextStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The answer's text as it grows. Holds back tokens whose text may still become part of a stop
 * string, so that nothing of a stop string is ever shown.
 */
final class AnswerText {
  private record Held(TokenStep step, int from, int to) {}

  private final TextStream stream;
  private final List<String> stops;
  private final int longestStop;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Held> held = new ArrayDeque<>();
  private boolean stopped;

  AnswerText(TextStream stream, List<String> stops) {
    this.stream = stream;
    this.stops = stops;
    this.longestStop = stops.stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * Takes the next token and gives the steps whose text is settled by it.
   *
   * @param silent whether the token adds no text (an end token)
   */
  List<TokenStep> append(TokenStep step, boolean silent) {
    int from = text.length();
    if (!silent) {
      text.append(stream.append(step.tokenId()));
    }
    held.add(new Held(step, from, text.length()));
    int cut = earliestStop(Math.max(0, from - longestStop + 1));
    if (cut >= 0) {
      stopped = true;
      text.setLength(cut);
      return release(Integer.MAX_VALUE);
    }
    return release(text.length() - openStop());
  }

  /** Gives the steps still held, at the end of the answer. */
  List<TokenStep> finish() {
    return release(Integer.MAX_VALUE);
  }

  /** Whether a stop string was completed. */
  boolean stopped() {
    return stopped;
  }

  String text() {
    return text.toString();
  }

  private List<TokenStep> release(int settled) {
    List<TokenStep> steps = new ArrayList<>();
    while (!held.isEmpty() && held.getFirst().to() <= settled) {
      Held next = held.removeFirst();
      int from = Math.min(next.from(), text.length());
      int to = Math.min(next.to(), text.length());
      steps.add(next.step().withText(text.substring(from, to)));
    }
    return steps;
  }

  private int earliestStop(int from) {
    int earliest = -1;
    for (String stop : stops) {
      int index = text.indexOf(stop, from);
      if (index >= 0 && (earliest < 0 || index < earliest)) {
        earliest = index;
      }
    }
    return earliest;
  }

  /** Length of the longest end of the text that begins a stop string. */
  private int openStop() {
    for (int length = Math.min(longestStop - 1, text.length()); length > 0; length--) {
      String end = text.substring(text.length() - length);
      for (String stop : stops) {
        if (stop.length() > length && stop.startsWith(end)) {
          return length;
        }
      }
    }
    return 0;
  }
}
