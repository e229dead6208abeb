/** What runs here, over HTTP: specialists with their state, their named atoms, their watch. */
@NullMarked
package glassbox.inference.specialist;

import org.jspecify.annotations.NullMarked;
