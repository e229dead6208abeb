/**
 * Specialists and federations as the inference service lists them. Wire records: JSON in
 * snake_case, no behaviour.
 */
@NullMarked
package glassbox.contracts.specialist;

import org.jspecify.annotations.NullMarked;
