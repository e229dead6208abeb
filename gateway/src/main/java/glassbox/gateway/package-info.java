/**
 * The edge: the only public service. Keys, limits, the flow of one evaluation, and reading of runs.
 * It keeps no state of its own but the keys and the spool of records not yet with audit.
 */
@NullMarked
package glassbox.gateway;

import org.jspecify.annotations.NullMarked;
