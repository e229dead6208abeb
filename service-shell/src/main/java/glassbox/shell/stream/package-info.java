/** Answers that come in parts. */
@NullMarked
package glassbox.shell.stream;

import org.jspecify.annotations.NullMarked;
