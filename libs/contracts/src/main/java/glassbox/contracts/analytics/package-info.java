/**
 * What many runs of a tenant say together, and royalties. Wire records: JSON in snake_case, no
 * behaviour. Days are UTC days of the runs' start, both ends included.
 */
@NullMarked
package glassbox.contracts.analytics;

import org.jspecify.annotations.NullMarked;
