/**
 * Which part of an answer is which field of the scaffold, by recorded offsets.
 *
 * <p>Nothing here reads text: a marker that somebody typed is text, a stretch that the server
 * recorded is a field. Source: specs/emulsion-stabilized-inference.md.
 */
@NullMarked
package glassbox.critics.field;

import org.jspecify.annotations.NullMarked;
