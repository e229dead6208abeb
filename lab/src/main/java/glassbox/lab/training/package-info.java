/**
 * Trains what ships: the general base, the full finance specialist and the LoRA adapters, one after
 * another, each resumable, with progress on the way and its loss curve on disk.
 *
 * <p>A step's examples depend on the seed and the step alone, so an interrupted run ends in the
 * same weights.
 */
@NullMarked
package glassbox.lab.training;

import org.jspecify.annotations.NullMarked;
