/**
 * Critics of code: it compiles, it answers its tests, it is clean. They run it in the sandbox.
 *
 * <p>Code is read from the answer's own field: fenced blocks, else the part with methods or classes
 * in it; where there is none, from the calls of the {@code java} tool. Source: Parts 8.2 and 9.2 of
 * the emulsion paper.
 */
@NullMarked
package glassbox.critics.code;

import org.jspecify.annotations.NullMarked;
