/**
 * The transparency log over the recorded runs: one leaf a run, tiles and checkpoint as files.
 *
 * <p>Order of every step: the index of a run is committed in the database, then its tiles reach the
 * disk, then the signed checkpoint is kept, then it is published. After a crash anywhere the same
 * steps are made again with the same result. One process integrates for a database (advisory lock)
 * and for a folder (file lock). Nothing is signed over a tree that is not the last signed one grown
 * by entries that agree with the stored envelopes; if there is none, {@link
 * glassbox.audit.log.LogInconsistentException} says where. The read path opens files only.
 */
@NullMarked
package glassbox.audit.log;

import org.jspecify.annotations.NullMarked;
