/** Half of a cycle, on purpose. */
@NullMarked
package glassbox.gateway.cyclea;

import org.jspecify.annotations.NullMarked;
