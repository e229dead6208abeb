/**
 * Runs answers through phases, tools, critics and the gate: the adapters of glassbox.esi's ports to
 * the services, the configuration in force, the parameters between runs, and what of a run goes
 * into its record. What a caller may choose never weakens the gate.
 */
@NullMarked
package glassbox.gateway.esi;

import org.jspecify.annotations.NullMarked;
