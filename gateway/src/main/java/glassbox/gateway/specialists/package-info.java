/** The specialists and federations at hand, as inference lists them. */
@NullMarked
package glassbox.gateway.specialists;

import org.jspecify.annotations.NullMarked;
