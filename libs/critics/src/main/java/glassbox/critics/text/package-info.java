/** Sentences of a text with their offsets, and words as they are compared. */
@NullMarked
package glassbox.critics.text;

import org.jspecify.annotations.NullMarked;
