package glassbox.contracts.run;

import java.util.List;

/**
 * That a run is in the log. Believe none of it before it is checked: docs/log.md.
 *
 * @param index of the run's leaf, from 0
 * @param recordHash hex SHA-256 of the run's canonical envelope
 * @param entry the leaf's bytes in hex: the tag "glassbox-run-v1" and a newline, then the record
 *     hash
 * @param checkpoint the published signed note (c2sp.org/tlog-checkpoint)
 * @param inclusion hex hashes from the leaf's sibling up (RFC 6962)
 * @param consistency hex hashes from the earlier size asked for to the checkpoint's (RFC 6962);
 *     empty when none was asked for
 */
public record RunProof(
    long index,
    String recordHash,
    String entry,
    String checkpoint,
    List<String> inclusion,
    List<String> consistency) {

  public RunProof {
    inclusion = List.copyOf(inclusion);
    consistency = List.copyOf(consistency);
  }
}
