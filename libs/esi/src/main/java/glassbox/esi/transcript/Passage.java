package glassbox.esi.transcript;

import glassbox.esi.field.Field;
import glassbox.esi.field.Role;

/**
 * A stretch by UTF-16 offsets into the transcript's text.
 *
 * @param field it stands in
 * @param role who wrote it
 * @param start offset of its first character
 * @param end offset after its last
 */
public record Passage(Field field, Role role, int start, int end) {}
