package glassbox.critics.field;

/**
 * A piece of an answer with its place.
 *
 * @param field the field it stands in
 * @param text the piece
 * @param start UTF-16 offset of its first character in the answer
 */
public record Passage(Field field, String text, int start) {}
