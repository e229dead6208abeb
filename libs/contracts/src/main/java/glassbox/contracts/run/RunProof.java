package glassbox.contracts.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
 *     null when none was asked for
 */
public record RunProof(
    long index,
    String recordHash,
    String entry,
    String checkpoint,
    List<String> inclusion,
    @Nullable List<String> consistency) {

  public RunProof {
    inclusion = List.copyOf(inclusion);
    consistency = consistency == null ? null : List.copyOf(consistency);
  }
}
