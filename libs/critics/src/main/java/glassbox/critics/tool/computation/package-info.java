/**
 * The computation that a question asks for: whether the last call is that one and no other. Each
 * rule takes only questions whose words settle it.
 */
@NullMarked
package glassbox.critics.tool.computation;

import org.jspecify.annotations.NullMarked;
