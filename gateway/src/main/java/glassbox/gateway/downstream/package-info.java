/**
 * Calls to inference, critic and audit, each behind its own time limit, retry, circuit breaker and
 * bulkhead. A failed call is a typed failure, never an empty value that looks real.
 */
@NullMarked
package glassbox.gateway.downstream;

import org.jspecify.annotations.NullMarked;
