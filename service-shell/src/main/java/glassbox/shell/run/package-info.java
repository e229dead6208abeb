/** Ids of runs, issued through a port so that tests can fix them. */
@NullMarked
package glassbox.shell.run;

import org.jspecify.annotations.NullMarked;
