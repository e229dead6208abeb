/** Which tokens of context and prompt an answer rests on, by occlusion, within a budget. */
@NullMarked
package glassbox.inference.explanation;

import org.jspecify.annotations.NullMarked;
