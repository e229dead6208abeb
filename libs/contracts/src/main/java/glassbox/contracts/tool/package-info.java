/** Calls of tools that run beside the critics. Wire records: JSON in snake_case, no behaviour. */
@NullMarked
package glassbox.contracts.tool;

import org.jspecify.annotations.NullMarked;
