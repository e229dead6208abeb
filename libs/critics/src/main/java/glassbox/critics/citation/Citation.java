package glassbox.critics.citation;

/**
 * A citation as it stands in a text.
 *
 * @param key what it names
 * @param start offset in the text
 * @param end offset after it
 */
record Citation(String key, int start, int end) {}
