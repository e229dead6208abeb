/** How warm each pass is decoded, and what changes it: every change is kept with its reason. */
@NullMarked
package glassbox.esi.heat;

import org.jspecify.annotations.NullMarked;
