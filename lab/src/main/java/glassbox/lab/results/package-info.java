/**
 * The form of a result that can be checked: bars with their values, and where they were measured. A
 * bar that was missed is written down like any other.
 */
@NullMarked
package glassbox.lab.results;

import org.jspecify.annotations.NullMarked;
