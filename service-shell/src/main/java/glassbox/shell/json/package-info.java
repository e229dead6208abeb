/**
 * The one way Glassbox reads and writes JSON: snake_case, nothing unknown, nothing coerced, nothing
 * null where the record says non-null.
 */
@NullMarked
package glassbox.shell.json;

import org.jspecify.annotations.NullMarked;
