/** Documents say what is there. */
@NullMarked
package glassbox.house.documents;

import org.jspecify.annotations.NullMarked;
