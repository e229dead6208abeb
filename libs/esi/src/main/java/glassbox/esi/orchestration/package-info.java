/** Runs an answer from the question to its commitment or failure, over the ports. */
@NullMarked
package glassbox.esi.orchestration;

import org.jspecify.annotations.NullMarked;
