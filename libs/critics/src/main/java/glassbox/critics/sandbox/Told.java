package glassbox.critics.sandbox;

import glassbox.critics.sandbox.SnippetRun.Outcome;
import glassbox.critics.sandbox.SnippetRun.Problem;
import glassbox.critics.sandbox.SnippetRun.Value;
import glassbox.critics.sandbox.child.Frames;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What children told of one snippet, first the one that compiled it, then the one that ran it. */
final class Told {
  private static final int MOST_FRAMES = 4096;
  private static final int LONGEST_PROGRAM = 4 << 20;
  private final List<Value> values = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<byte[]> programs = new ArrayList<>();
  private String output = "";
  private Outcome outcome = Outcome.UNAVAILABLE;

  /** Programs that may be run. */
  List<byte[]> programs() {
    return programs;
  }

  /** The whole. */
  SnippetRun run() {
    values.sort(Comparator.comparingInt(Value::call));
    return new SnippetRun(outcome, values, problems, warnings, output);
  }

  /** Reads what the child that compiles tells. */
  void built(DataInputStream in) throws IOException {
    outcome = read(in);
  }

  /** Reads what the child that runs tells: what was refused stays refused. */
  void ran(DataInputStream in) throws IOException {
    Outcome end = read(in);
    outcome = end == Outcome.RAN ? outcome : end;
  }

  private Outcome read(DataInputStream in) throws IOException {
    for (int i = 0; i < MOST_FRAMES; i++) {
      int kind = in.readByte();
      int first = in.readInt();
      int second = in.readInt();
      String text = Frames.readText(in);
      switch (kind) {
        case Frames.PROBLEM -> problems.add(new Problem(text, first, second));
        case Frames.WARNING -> warnings.add(new Problem(text, first, second));
        case Frames.VALUE -> values.add(new Value(first, Optional.of(text), Optional.empty()));
        case Frames.THROWN -> values.add(new Value(first, Optional.empty(), Optional.of(text)));
        case Frames.PROGRAM -> programs.add(program(in, first));
        case Frames.OUTPUT -> output = text;
        case Frames.END -> {
          return outcome(first);
        }
        default -> throw new IOException("an unknown frame " + kind);
      }
    }
    throw new IOException("too many frames");
  }

  private static byte[] program(DataInputStream in, int length) throws IOException {
    if (length < 0 || length > LONGEST_PROGRAM) {
      throw new IOException("a program of " + length + " bytes");
    }
    return in.readNBytes(length);
  }

  private static Outcome outcome(int code) {
    return switch (code) {
      case Frames.RAN -> Outcome.RAN;
      case Frames.COMPILE_ERROR -> Outcome.COMPILE_ERROR;
      case Frames.FORBIDDEN -> Outcome.FORBIDDEN;
      case Frames.LIMIT -> Outcome.LIMIT;
      default -> Outcome.UNAVAILABLE;
    };
  }
}
