/**
 * The evaluation of one prompt: check the request, ask inference, let the critics judge, make the
 * record durable, and only then answer. No answer leaves without a durable record.
 */
@NullMarked
package glassbox.gateway.evaluate;

import org.jspecify.annotations.NullMarked;
