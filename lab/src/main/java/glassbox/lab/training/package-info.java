/**
 * Trains what ships: the general base, then the full finance specialist and the LoRA adapters, some
 * at a time, each resumable, with progress on the way and its loss curve on disk.
 *
 * <p>A step's examples depend on the seed and the step alone, and each model has a thread and
 * native arrays of its own, so that neither interruptions nor neighbours change a weight.
 */
@NullMarked
package glassbox.lab.training;

import org.jspecify.annotations.NullMarked;
