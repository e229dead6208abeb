/**
 * Runs one model directory, with or without an adapter, as any loader of such directories would.
 */
@NullMarked
package glassbox.lab.scoring;

import org.jspecify.annotations.NullMarked;
