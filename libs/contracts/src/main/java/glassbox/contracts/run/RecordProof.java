package glassbox.contracts.run;

import java.util.List;

/**
 * That a record of an erasure, or of a dropped month, is in the published log
 * (docs/formats/log-v1.md).
 *
 * @param kind erasure or retention
 * @param record its JSON
 * @param index of its entry
 * @param entry the entry's bytes, hex
 * @param checkpoint the signed checkpoint that the proof is for
 * @param inclusion hashes, hex, from the entry's sibling up
 */
public record RecordProof(
    String kind,
    String record,
    long index,
    String entry,
    String checkpoint,
    List<String> inclusion) {
  public RecordProof {
    inclusion = List.copyOf(inclusion);
  }
}
