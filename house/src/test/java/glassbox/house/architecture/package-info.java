/** Who may know whom, and what nobody may do. */
@NullMarked
package glassbox.house.architecture;

import org.jspecify.annotations.NullMarked;
