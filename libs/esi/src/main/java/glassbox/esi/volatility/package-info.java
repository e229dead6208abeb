/** How much structure a task needs: its volatility, and the starch budget that follows from it. */
@NullMarked
package glassbox.esi.volatility;

import org.jspecify.annotations.NullMarked;
