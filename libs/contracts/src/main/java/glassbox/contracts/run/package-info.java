/**
 * Runs as the audit service records and returns them. Wire records: JSON in snake_case, no
 * behaviour.
 */
@NullMarked
package glassbox.contracts.run;

import org.jspecify.annotations.NullMarked;
