package glassbox.critics.sandbox.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes and reads frames: a kind byte, two integers and a text. */
public final class Frames {
  /** The child is ready for a request. */
  public static final int READY = 'R';

  /** The compiler or the check of byte code objects; numbers: start and end in the snippet. */
  public static final int PROBLEM = 'P';

  /** The compiler or the linter warns; numbers as above. */
  public static final int WARNING = 'W';

  /** A call's value; first number: which call. */
  public static final int VALUE = 'V';

  /** What a call threw; first number: which call. */
  public static final int THROWN = 'T';

  /** What the code printed. */
  public static final int OUTPUT = 'O';

  /** A program follows; first number: its length in bytes. */
  public static final int PROGRAM = 'G';

  /** The end; first number: an outcome. */
  public static final int END = 'E';

  /** Outcome: compiled, every call made. */
  public static final int RAN = 0;

  /** Outcome: does not compile. */
  public static final int COMPILE_ERROR = 1;

  /** Outcome: refers to what it may not. */
  public static final int FORBIDDEN = 2;

  /** Outcome: printed too much. */
  public static final int LIMIT = 3;

  /** Outcome: there is no compiler. */
  public static final int NO_COMPILER = 4;

  private static final int LONGEST = 1 << 20;

  private Frames() {}

  /** Writes a frame and flushes it. */
  public static void write(DataOutputStream out, int kind, int first, int second, String text)
      throws IOException {
    out.writeByte(kind);
    out.writeInt(first);
    out.writeInt(second);
    writeText(out, text);
    out.flush();
  }

  /** Writes a text with its length in bytes. */
  public static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a text.
   *
   * @throws IOException also when it is longer than 1 MiB
   */
  public static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
