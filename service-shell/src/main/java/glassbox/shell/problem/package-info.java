/**
 * Errors on the wire: RFC 9457 problem details with stable types {@code urn:glassbox:problem:*}.
 * Invariants: no stack trace, no class name and no text of the request ever leaves in a problem.
 */
@NullMarked
package glassbox.shell.problem;

import org.jspecify.annotations.NullMarked;
