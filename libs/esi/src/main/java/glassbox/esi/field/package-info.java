/**
 * Which tokens of an answer belong to which field, by recorded offsets. Nothing here reads text: a
 * marker that somebody typed is text, a marker that this server forced is a field.
 */
@NullMarked
package glassbox.esi.field;

import org.jspecify.annotations.NullMarked;
