/**
 * The packaged stack as a user has it, started by {@code ./glassbox up} in a home of its own:
 * asked, attacked, robbed of its services one by one, and started again.
 */
@NullMarked
package glassbox.system;

import org.jspecify.annotations.NullMarked;
