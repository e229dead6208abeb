/**
 * Arguments of calls: that the tools take them, and where they come from. A number, a name, a unit,
 * a method or a sentence stands in what was given or in what an earlier call gave.
 */
@NullMarked
package glassbox.critics.tool.argument;

import org.jspecify.annotations.NullMarked;
