/** Which parts of the input an answer rests on. Wire records: JSON in snake_case, no behaviour. */
@NullMarked
package glassbox.contracts.explanation;

import org.jspecify.annotations.NullMarked;
