/**
 * Compiles and runs Java snippets in a child process that is made for one snippet and then ends.
 *
 * <p>Before anything runs, the compiled classes may refer only to a list of pure parts of java.base
 * (checked in the byte code, so no spelling in the source helps): no files, network, processes,
 * threads, reflection. The child has little memory and time and bounded output; where the system
 * has them, also no network interface and no right to write files. Parent and child speak frames
 * over pipes.
 */
@NullMarked
package glassbox.critics.sandbox;

import org.jspecify.annotations.NullMarked;
