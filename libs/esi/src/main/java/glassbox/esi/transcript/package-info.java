/** The answer's side token by token: who wrote which, in which field, at which offset. */
@NullMarked
package glassbox.esi.transcript;

import org.jspecify.annotations.NullMarked;
