package glassbox.audit.log;

import glassbox.audit.log.ProofAbsentException.Kind;
import glassbox.contracts.run.RunProof;
import glassbox.ledger.checkpoint.Checkpoint;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.ProofBuilder;
import glassbox.ledger.note.Note;
import glassbox.ledger.tile.FileTiles;
import glassbox.ledger.tile.MalformedTileException;
import glassbox.ledger.tile.TileId;
import glassbox.ledger.tile.TileNodes;
import glassbox.ledger.tile.Tiles;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the published log: from its files only. */
final class LogReader {
  private final FileTiles files;

  LogReader(FileTiles files) {
    this.files = files;
  }

  /** The published checkpoint with its cosignatures. */
  byte[] checkpoint() {
    return files.checkpoint().orElseThrow(LogPausedException::new);
  }

  /**
   * A tile or bundle by its path below the log's prefix.
   *
   * @throws ProofAbsentException if no tile has that path, or it is not written
   */
  byte[] tile(String path) {
    try {
      return files.read(TileId.parse(path)).orElseThrow(() -> new ProofAbsentException(Kind.TILE));
    } catch (MalformedTileException e) {
      throw new ProofAbsentException(Kind.TILE);
    }
  }

  /**
   * The proof that the leaf at an index is under the published checkpoint.
   *
   * @param from size of an earlier checkpoint that the published one must extend; null for none
   * @throws NotIntegratedException if the checkpoint does not reach to the index
   * @throws ProofAbsentException if {@code from} is larger than the log
   */
  RunProof proof(long index, @Nullable Long from) {
    byte[] signed = checkpoint();
    long size = Checkpoint.parse(Note.parse(signed).text()).head().size();
    if (index >= size) {
      throw new NotIntegratedException();
    }
    if (from != null && from > size) {
      throw new ProofAbsentException(Kind.SIZE);
    }
    ProofBuilder proofs = TileNodes.proofs(files, size);
    byte[] entry = new Tiles(files).entry(index, size);
    return new RunProof(
        index,
        LogEntry.parse(entry).recordHash().hex(),
        HexFormat.of().formatHex(entry),
        new String(signed, StandardCharsets.UTF_8),
        hex(proofs.inclusion(index, size).hashes()),
        from == null ? List.of() : hex(proofs.consistency(from, size).hashes()));
  }

  /** The log at the checkpoint that is published now. */
  PublishedLog published() {
    return new PublishedLog(files, checkpoint());
  }

  private static List<String> hex(List<Hash> hashes) {
    return hashes.stream().map(Hash::hex).toList();
  }
}
