/**
 * Order sensitivity over HTTP, by schedule and on demand. A pair over the bar alerts and its
 * noisier critic is kept from voting until somebody releases it.
 */
@NullMarked
package glassbox.critic.order;

import org.jspecify.annotations.NullMarked;
