/**
 * What the inference service is asked for and answers with. Wire records: JSON in snake_case, no
 * behaviour.
 */
@NullMarked
package glassbox.contracts.generation;

import org.jspecify.annotations.NullMarked;
