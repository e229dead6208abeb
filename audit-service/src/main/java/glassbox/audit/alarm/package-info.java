/**
 * Alarms: records that did not add up. An open alarm holds the {@code integrity} health group down,
 * over restarts, until somebody acknowledges it.
 */
@NullMarked
package glassbox.audit.alarm;

import org.jspecify.annotations.NullMarked;
