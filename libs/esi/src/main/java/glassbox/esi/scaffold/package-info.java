/** What structure a run gets: slots, their shares of the budget, and a domain's hints. */
@NullMarked
package glassbox.esi.scaffold;

import org.jspecify.annotations.NullMarked;
