/** All critics together, made from settings alone: a fresh set can be made at any time. */
@NullMarked
package glassbox.critics.panel;

import org.jspecify.annotations.NullMarked;
