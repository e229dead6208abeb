/** Reading of recorded runs, and their replay. A caller sees its own tenant's runs only. */
@NullMarked
package glassbox.gateway.runs;

import org.jspecify.annotations.NullMarked;
