/**
 * Services authenticate to one another with a shared secret in a header, compared in constant time.
 */
@NullMarked
package glassbox.shell.access;

import org.jspecify.annotations.NullMarked;
