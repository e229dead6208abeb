package glassbox.critics;

/**
 * A piece of evidence that this server issued.
 *
 * @param id what claims refer to it by
 * @param kind such as {@code tool} or {@code table_row}
 * @param tool which tool or source gave it
 * @param output what it gave
 */
public record Fragment(String id, String kind, String tool, String output) {}
