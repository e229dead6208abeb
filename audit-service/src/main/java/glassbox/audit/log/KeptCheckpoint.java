package glassbox.audit.log;

import java.nio.charset.StandardCharsets;

/**
 * A published checkpoint in the database.
 *
 * @param number in the order of publication, from 0
 * @param size leaves of the tree
 * @param note as it was signed, without cosignatures
 */
record KeptCheckpoint(long number, long size, String note) {
  byte[] bytes() {
    return note.getBytes(StandardCharsets.UTF_8);
  }
}
