/** Classes that break rules on purpose: the rules must find them. */
@NullMarked
package glassbox.gateway.broken;

import org.jspecify.annotations.NullMarked;
