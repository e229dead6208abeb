/** What critics judge and say. Wire records: JSON in snake_case, no behaviour. */
@NullMarked
package glassbox.contracts.verdict;

import org.jspecify.annotations.NullMarked;
