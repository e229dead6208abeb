/** One formatter for all Java. */
@NullMarked
package glassbox.house.format;

import org.jspecify.annotations.NullMarked;
