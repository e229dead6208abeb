/** Half of a cycle, on purpose. */
@NullMarked
package glassbox.gateway.cycleb;

import org.jspecify.annotations.NullMarked;
