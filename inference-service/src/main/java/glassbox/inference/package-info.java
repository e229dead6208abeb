/**
 * The inference service: specialists, generations, scores, replays and explanations over HTTP. A
 * shell over libs/engine and libs/explain; every answer leaves with a sealed block that is durable.
 */
@NullMarked
package glassbox.inference;

import org.jspecify.annotations.NullMarked;
