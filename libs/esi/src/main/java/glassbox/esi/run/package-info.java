/**
 * The course of a run as an explicit machine: {@link glassbox.esi.run.RunMachine} is a pure, total
 * function of state and event; who drives it does the work that a state asks for and reports what
 * came of it. Terminal states absorb whatever comes late.
 */
@NullMarked
package glassbox.esi.run;

import org.jspecify.annotations.NullMarked;
