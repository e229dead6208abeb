package glassbox.audit.log;

import glassbox.ledger.checkpoint.Checkpoint;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.ProofBuilder;
import glassbox.ledger.note.Note;
import glassbox.ledger.tile.FileTiles;
import glassbox.ledger.tile.TileNodes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log at one published checkpoint: what it proves stays the same while the log grows. */
public final class PublishedLog {
  private final String checkpoint;
  private final long size;
  private final ProofBuilder proofs;

  PublishedLog(FileTiles files, byte[] signed) {
    checkpoint = new String(signed, StandardCharsets.UTF_8);
    size = Checkpoint.parse(Note.parse(signed).text()).head().size();
    proofs = TileNodes.proofs(files, size);
  }

  /** The signed note. */
  public String checkpoint() {
    return checkpoint;
  }

  /**
   * An index that the checkpoint reaches to.
   *
   * @throws NotIntegratedException if it is null or does not
   */
  public long require(@Nullable Long index) {
    if (index == null || index >= size) {
      throw new NotIntegratedException();
    }
    return index;
  }

  /** Hashes from the entry's sibling up. Requires an index that the checkpoint reaches to. */
  public List<Hash> inclusion(long index) {
    return proofs.inclusion(index, size).hashes();
  }
}
