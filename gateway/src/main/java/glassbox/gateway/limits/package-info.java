/**
 * How much a tenant may ask for: tokens a minute, requests at a time, bytes a body. Refusals say
 * when to come back.
 */
@NullMarked
package glassbox.gateway.limits;

import org.jspecify.annotations.NullMarked;
