package glassbox.contracts.verdict;

import org.jspecify.annotations.Nullable;

/**
 * Evidence that a tool or a document gave.
 *
 * @param id counts only if this server issued it
 * @param kind such as {@code tool} or {@code table_row}
 * @param tool which tool or source gave it
 * @param output what it gave
 * @param input what was asked; null where that was not kept
 * @param hash {@code blake3:} and 64 hex digits over kind, tool, id, input and output (each as its
 *     length in four bytes, big-endian, and its UTF-8 bytes); null where there is none
 */
public record TraceFragment(
    String id,
    String kind,
    String tool,
    String output,
    @Nullable String input,
    @Nullable String hash) {

  /** A fragment without input and hash. */
  public TraceFragment(String id, String kind, String tool, String output) {
    this(id, kind, tool, output, null, null);
  }
}
