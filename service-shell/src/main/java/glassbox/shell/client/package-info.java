/** Clients of the other services: the shared secret, time limits, and their problems as values. */
@NullMarked
package glassbox.shell.client;

import org.jspecify.annotations.NullMarked;
