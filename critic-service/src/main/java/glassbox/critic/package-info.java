/**
 * The critic service: verdicts on answers, CSA, chi and the gate's decision. A shell over critics.
 */
@NullMarked
package glassbox.critic;

import org.jspecify.annotations.NullMarked;
