package glassbox.audit.log;

import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.merkle.ProofBuilder;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.Note;
import glassbox.ledger.note.NoteSignature;
import glassbox.ledger.tile.FileTiles;
import glassbox.ledger.tile.TileNodes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Signs and publishes heads, each only as the proven extension of the one before. A checkpoint is
 * kept in the database and in the history before it is published; what is kept is published at the
 * next opening.
 */
final class Publisher {
  private final FileTiles tiles;
  private final CheckpointHistory history;
  private final KeptCheckpoints kept;
  private final LogPen pen;
  private long number;
  private VerifiedCheckpoint current;

  private Publisher(LogFiles files, KeptCheckpoints kept, LogPen pen, KeptCheckpoint last) {
    this.tiles = files.tiles();
    this.history = files.history();
    this.kept = kept;
    this.pen = pen;
    this.number = last.number();
    this.current = verified(pen, last.bytes(), "the last kept checkpoint");
  }

  /**
   * Continues where publishing stood, also in the middle of it.
   *
   * @param entries leaves in the database
   * @throws LogInconsistentException if what is kept, published and stored does not agree
   */
  static Publisher open(LogFiles files, KeptCheckpoints kept, LogSettings settings, long entries) {
    Optional<KeptCheckpoint> last = kept.last();
    Optional<byte[]> published = files.tiles().checkpoint();
    LogPen pen = LogPen.open(settings, last.isEmpty() && published.isEmpty());
    if (last.isEmpty()) {
      require(
          published.isEmpty() && files.history().size() == 0,
          "a checkpoint is published, but the database has none: it is not the log's database");
      require(entries == 0, "the database has entries, but no checkpoint");
      last = Optional.of(first(kept, pen));
    }
    Publisher publisher = new Publisher(files, kept, pen, last.get());
    require(
        entries >= publisher.head().size(),
        "entries %d to %d are not in the database any more",
        entries,
        publisher.head().size() - 1);
    publisher.catchUp(last.get(), published);
    return publisher;
  }

  private static KeptCheckpoint first(KeptCheckpoints kept, LogPen pen) {
    KeptCheckpoint first = new KeptCheckpoint(0, 0, text(pen.signer().first()));
    kept.add(first);
    return first;
  }

  /** Publishes what is kept and was not published before the process ended. */
  private void catchUp(KeptCheckpoint last, Optional<byte[]> published) {
    long missing = number + 1 - history.size();
    require(missing >= 0, "checkpoints are in the history, but not in the database any more");
    kept.from(history.size()).forEach(checkpoint -> history.append(checkpoint.note()));
    if (published.isEmpty()) {
      require(head().size() == 0, "the published checkpoint is gone from the log's folder");
      tiles.publish(last.bytes());
      return;
    }
    VerifiedCheckpoint file = verified(pen, published.get(), "the published checkpoint");
    long size = file.head().size();
    require(
        size <= head().size(),
        "the published checkpoint of %d entries is not in the database: it was edited or set back",
        size);
    require(
        rootAt(size, head().size()).equals(file.head()),
        "the published checkpoint of %d entries is not of this tree",
        size);
    if (file.note().signatures().containsAll(current.note().signatures())
        && file.note().text().equals(current.note().text())) {
      current = file;
    } else {
      tiles.publish(last.bytes());
    }
  }

  /** The checkpoint that is published. */
  synchronized VerifiedCheckpoint current() {
    return current;
  }

  /** Believes what the log's keys signed. */
  CheckpointVerifier verifier() {
    return pen.verifier();
  }

  private TreeHead head() {
    return current.head();
  }

  /**
   * Signs, keeps and publishes a head. Its tiles must be stored.
   *
   * @throws LogInconsistentException if the tiles do not prove that it extends the last one, or the
   *     published file was changed; nothing is signed then
   */
  synchronized void publish(TreeHead next) {
    byte[] published =
        tiles
            .checkpoint()
            .orElseThrow(() -> new LogInconsistentException("the published checkpoint is gone"));
    require(
        verified(pen, published, "the published checkpoint").head().equals(head()),
        "the published checkpoint is not the one that was published last");
    Note note = Inconsistencies.named("the tiles", () -> sign(next));
    KeptCheckpoint checkpoint = new KeptCheckpoint(number + 1, next.size(), text(note));
    kept.add(checkpoint);
    history.append(checkpoint.note());
    tiles.publish(checkpoint.bytes());
    number = checkpoint.number();
    current = verified(pen, checkpoint.bytes(), "the new checkpoint");
  }

  private Note sign(TreeHead next) {
    ProofBuilder proofs = TileNodes.proofs(tiles, next.size());
    require(
        proofs.head(head().size()).equals(head()),
        "the tiles do not have the signed root at size %d",
        head().size());
    require(
        proofs.head(next.size()).equals(next),
        "the tiles do not have the new root at size %d",
        next.size());
    return pen.signer().next(head(), next, proofs.consistency(head().size(), next.size()));
  }

  /** Publishes the same head under a new key, if the signing key is one that may follow. */
  synchronized void useNewKey() {
    if (pen.isNew()) {
      pen.takeOver(head().size());
    }
    boolean signed =
        current.note().signatures().stream().anyMatch(line -> line.claims(pen.current()));
    if (!signed) {
      publish(head());
    }
  }

  /**
   * Takes a witness's cosignature of the current checkpoint and publishes it with it.
   *
   * @param cosigned the checkpoint with the witness's line
   * @param pool keeps the line; not the session that integrates
   * @throws CosignatureRefusedException if it is another checkpoint's, or not a known witness's
   */
  synchronized void cosign(byte[] cosigned, KeptCheckpoints pool) {
    Note note = Cosignatures.parse(cosigned);
    if (!note.text().equals(current.note().text())) {
      throw new CosignatureRefusedException(CosignatureRefusedException.Reason.NOT_CURRENT);
    }
    Cosignatures witnesses = new Cosignatures(pen.verifier());
    List<NoteSignature> lines = witnesses.linesOf(note);
    VerifiedCheckpoint merged = witnesses.merge(current.note(), lines);
    lines.forEach(line -> pool.addCosignature(number, Cosignatures.text(line)));
    tiles.publish(merged.note().bytes());
    current = merged;
  }

  private TreeHead rootAt(long size, long treeSize) {
    return Inconsistencies.named("the tiles", () -> TileNodes.proofs(tiles, treeSize).head(size));
  }

  private static VerifiedCheckpoint verified(LogPen pen, byte[] note, String what) {
    return Inconsistencies.named(what, () -> pen.verifier().verify(note));
  }

  private static String text(Note note) {
    return new String(note.bytes(), StandardCharsets.UTF_8);
  }

  private static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new LogInconsistentException(message.formatted(values));
    }
  }
}
