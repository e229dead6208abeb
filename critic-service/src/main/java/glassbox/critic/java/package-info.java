/** The Java runner over HTTP: the {@code java} tool of runs. */
@NullMarked
package glassbox.critic.java;

import org.jspecify.annotations.NullMarked;
