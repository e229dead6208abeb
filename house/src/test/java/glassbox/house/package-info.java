/** The rules of the house, as tests over the whole repository. */
@NullMarked
package glassbox.house;

import org.jspecify.annotations.NullMarked;
