/**
 * What runs inside the child process. Pure JDK, top-level classes only: the parent copies their
 * class files into an empty folder, which is the child's whole class path.
 */
@NullMarked
package glassbox.critics.sandbox.child;

import org.jspecify.annotations.NullMarked;
