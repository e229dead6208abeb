/** Sentences of a text with their offsets. */
@NullMarked
package glassbox.critics.text;

import org.jspecify.annotations.NullMarked;
