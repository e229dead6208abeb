package glassbox.audit.log;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.CompactRange;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.tile.BundleId;
import glassbox.ledger.tile.FileTiles;
import glassbox.ledger.tile.TileId;
import glassbox.ledger.tile.Tiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One verification: walks leaves, kept checkpoints and their history side by side. */
final class LogAuditPass {
  private final FileTiles store;
  private final CheckpointVerifier verifier;
  private final RowSeal seals;
  private final Findings findings = new Findings();
  private final CompactRange tree = CompactRange.empty();
  private Iterator<KeptCheckpoint> kept = Collections.emptyIterator();
  private Iterator<String> history = Collections.emptyIterator();
  private @Nullable KeptCheckpoint next;
  private @Nullable RetiredRuns retired;
  private TreeHead head = TreeHead.EMPTY;
  private long checkpoints;
  private long entries;
  private boolean gap;
  private List<byte[]> bundle = List.of();
  private long bundleIndex = -1;

  LogAuditPass(FileTiles store, CheckpointVerifier verifier, RowSeal seals) {
    this.store = store;
    this.verifier = verifier;
    this.seals = seals;
  }

  Findings findings() {
    return findings;
  }

  /** The last kept checkpoint's. */
  TreeHead head() {
    return head;
  }

  long entries() {
    return entries;
  }

  long checkpoints() {
    return checkpoints;
  }

  void begin(
      Iterator<KeptCheckpoint> keptInOrder,
      Iterator<String> historyInOrder,
      RetiredRuns retiredRuns) {
    kept = keptInOrder;
    history = historyInOrder;
    retired = retiredRuns;
    advance();
    checkpointsOfThisSize();
  }

  private void advance() {
    next = kept.hasNext() ? kept.next() : null;
  }

  /** Takes the next leaf, in order of index. */
  void leaf(ResultSet row) throws SQLException {
    long index = row.getLong("index");
    UUID id = row.getObject("record_id", UUID.class);
    if (index != entries && !gap) {
      gap = true;
      findings.add(entries, null, "entries " + entries + " to " + (index - 1) + " are missing");
    }
    entries = index + 1;
    if (!seals.fits(SealedTable.ENTRIES, row)) {
      findings.add(index, id, "entry " + index + " is not as it was sequenced");
    }
    Hash recorded = Hash.of(row.getBytes("record_hash"));
    LogEntry entry = new LogEntry(LogEntry.Kind.valueOf(row.getString("kind")), recorded);
    if (!mayBeAbsent(index, id, entry) || row.getString("record") != null) {
      compareRecord(row, index, id, entry);
    }
    compareBundle(index, id, entry.bytes());
    if (!gap) {
      tree.append(entry.leafHash());
      checkpointsOfThisSize();
    }
  }

  private boolean mayBeAbsent(long index, UUID id, LogEntry entry) {
    return entry.kind() == LogEntry.Kind.RUN
        && retired != null
        && retired.leaf(index, id, entry.leafHash());
  }

  private void compareRecord(ResultSet row, long index, UUID id, LogEntry entry)
      throws SQLException {
    try {
      String where = "entry " + index;
      if (!RecordedHash.of(row, where).equals(entry.recordHash())) {
        findings.add(index, id, where + " is not the hash of its record");
      }
      RecordedColumns.compare(row, entry.kind(), id, where)
          .forEach(c -> findings.add(index, id, "column " + c + " is not what the record says"));
    } catch (LogInconsistentException e) {
      findings.add(index, id, String.valueOf(e.getMessage()));
    }
  }

  private void compareBundle(long index, UUID run, byte[] entry) {
    if (index / TileId.WIDTH != bundleIndex) {
      bundleIndex = index / TileId.WIDTH;
      bundle = readBundle(bundleIndex);
    }
    int at = (int) (index % TileId.WIDTH);
    if (at < bundle.size() && !Arrays.equals(bundle.get(at), entry)) {
      findings.add(index, run, "entry " + index + " is another one in the bundle of entries");
    }
  }

  /** As far as the published tree reaches; what is missing there, the check of tiles finds. */
  private List<byte[]> readBundle(long index) {
    long width = Math.min(TileId.WIDTH, publishedSize() - index * TileId.WIDTH);
    if (width <= 0) {
      return List.of();
    }
    try {
      return Inconsistencies.named(
          "the bundles", () -> new Tiles(store).entries(new BundleId(index, (int) width)));
    } catch (LogInconsistentException e) {
      return List.of();
    }
  }

  private long publishedSize() {
    return store
        .checkpoint()
        .map(bytes -> Inconsistencies.named("checkpoint", () -> verifier.verify(bytes)))
        .map(checkpoint -> checkpoint.head().size())
        .orElse(0L);
  }

  private void checkpointsOfThisSize() {
    for (KeptCheckpoint at = next; at != null && at.size() == tree.size(); at = next) {
      check(at);
      advance();
    }
  }

  private void check(KeptCheckpoint checkpoint) {
    String where = "checkpoint " + checkpoint.number() + " (size " + checkpoint.size() + ")";
    if (checkpoint.number() != checkpoints) {
      findings.add(null, null, where + " follows checkpoint " + (checkpoints - 1));
    }
    checkpoints = checkpoint.number() + 1;
    if (history.hasNext() && !history.next().equals(checkpoint.note())) {
      findings.add(null, null, where + " is another one in the history of checkpoints");
    }
    try {
      VerifiedCheckpoint signed =
          Inconsistencies.named(where, () -> verifier.verify(checkpoint.bytes()));
      if (!signed.head().equals(tree.head())) {
        findings.add(null, null, where + " does not have the root of the entries");
      }
      head = signed.head();
    } catch (LogInconsistentException e) {
      findings.add(e);
    }
  }

  void end() {
    if (retired != null && !gap) {
      retired.end(findings);
    }
    KeptCheckpoint left = next;
    if (left != null && !gap) {
      findings.add(
          null,
          null,
          "checkpoint %d is of %d entries, but %d are in the database"
              .formatted(left.number(), left.size(), tree.size()));
    }
  }

  /**
   * Compares with what was published when the verification began.
   *
   * @param file the published checkpoint
   * @param lines of the history
   */
  void published(Optional<byte[]> file, long lines) {
    if (!gap && lines > checkpoints) {
      findings.add(null, null, "checkpoints from number " + checkpoints + " on were removed");
    }
    if (file.isEmpty()) {
      findings.add(null, null, "the published checkpoint is gone");
      return;
    }
    TreeHead published =
        Inconsistencies.named("the published checkpoint", () -> verifier.verify(file.get())).head();
    if (!gap && published.size() > head.size()) {
      findings.add(null, null, "the published checkpoint is not in the database");
    }
  }
}
