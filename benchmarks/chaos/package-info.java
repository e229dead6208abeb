/**
 * Kills the services of a stack of its own under load and then checks, from outside, that nothing
 * that was acknowledged is lost or doubled and that the log only ever grew. See {@code run}.
 *
 * <p>Ends only processes that it started or that its stack started, each by its pid, after reading
 * the command line of that pid.
 */
@NullMarked
package chaos;

import org.jspecify.annotations.NullMarked;
