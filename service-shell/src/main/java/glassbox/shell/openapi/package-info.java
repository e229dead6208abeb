/** OpenAPI documents that say what the JSON rules do: snake_case names, required fields. */
@NullMarked
package glassbox.shell.openapi;

import org.jspecify.annotations.NullMarked;
