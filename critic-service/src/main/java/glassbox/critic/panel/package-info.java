/**
 * Which critics there are, how they are made, and which of them are kept from voting.
 *
 * <p>Critics are made from settings alone, so that a fresh set can be made at any time.
 */
@NullMarked
package glassbox.critic.panel;

import org.jspecify.annotations.NullMarked;
