/**
 * What a service decided by itself, on its own disk: an append-only file of JSON lines, each bound
 * to all before it by a hash. For services that must go on where they left without asking another.
 */
@NullMarked
package glassbox.shell.history;

import org.jspecify.annotations.NullMarked;
