package glassbox.esi.decoding;

import glassbox.esi.field.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Strings of the one-token marks besides those of fields. */
public final class Marks {

  /** Opens a tool call; the model writes it. */
  public static final String CALL = "<|call|>";

  /** Ends a call's text; the server writes it, then the tool's output. */
  public static final String RESULT = "<|result|>";

  /** Ends a tool's output; the server writes it. */
  public static final String DONE = "<|done|>";

  private Marks() {}

  /** Where every drawn stretch stops: a field's marker, or a mark that is the server's to write. */
  public static Set<String> stops() {
    return Stream.concat(Arrays.stream(Field.values()).map(Field::marker), Stream.of(RESULT, DONE))
        .collect(Collectors.toUnmodifiableSet());
  }
}
