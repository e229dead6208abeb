package glassbox.critics.sandbox.child;

import java.util.Arrays;

/** Values as text. */
final class Text {
  private static final int LONGEST = 10_000;

  private Text() {}

  /** As the language prints it, arrays with their elements; cut at 10,000 characters. */
  static String of(Object value) {
    String text = value instanceof Object[] array ? Arrays.deepToString(array) : plain(value);
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static String plain(Object value) {
    return switch (value) {
      case int[] a -> Arrays.toString(a);
      case long[] a -> Arrays.toString(a);
      case double[] a -> Arrays.toString(a);
      case float[] a -> Arrays.toString(a);
      case char[] a -> Arrays.toString(a);
      case byte[] a -> Arrays.toString(a);
      case short[] a -> Arrays.toString(a);
      case boolean[] a -> Arrays.toString(a);
      case null -> "null";
      default -> String.valueOf(value);
    };
  }
}
