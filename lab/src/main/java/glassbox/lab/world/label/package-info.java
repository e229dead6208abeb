/**
 * Text that knows what it means: which characters name an entity, an attribute, a unit, a number,
 * an operation, a field, a domain, and which are given rather than said.
 *
 * <p>Spans are half-open ranges of characters of one segment's text, which is plain ASCII: one
 * character is one byte, so that tokens can be laid on characters by their length alone.
 */
@NullMarked
package glassbox.lab.world.label;

import org.jspecify.annotations.NullMarked;
