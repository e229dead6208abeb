/** The port to the critics, and the gate that their votes and chi open or shut. */
@NullMarked
package glassbox.esi.judging;

import org.jspecify.annotations.NullMarked;
