/** The critics that judge answers, as the critic service lists them. */
@NullMarked
package glassbox.gateway.critics;

import org.jspecify.annotations.NullMarked;
