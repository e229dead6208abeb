package glassbox.critics;

import java.util.Optional;

/**
 * A piece of evidence that this server issued.
 *
 * @param id what claims refer to it by
 * @param kind such as {@code tool} or {@code table_row}
 * @param tool which tool or source gave it
 * @param output what it gave
 * @param input what was asked, if that was kept
 * @param hash its content hash, if it has one
 */
public record Fragment(
    String id,
    String kind,
    String tool,
    String output,
    Optional<String> input,
    Optional<String> hash) {

  /** A fragment without input and hash. */
  public Fragment(String id, String kind, String tool, String output) {
    this(id, kind, tool, output, Optional.empty(), Optional.empty());
  }

  /** Whether it holds what a failed call said, which supports nothing. */
  public boolean failed() {
    return kind.equals("error") || output.stripLeading().startsWith("error:");
  }

  /** What a tool gave for an input. */
  public static Fragment call(String id, String tool, String input, String output) {
    return new Fragment(id, "tool", tool, output, Optional.of(input), Optional.empty());
  }
}
