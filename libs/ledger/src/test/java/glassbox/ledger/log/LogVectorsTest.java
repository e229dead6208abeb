package glassbox.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import glassbox.ledger.checkpoint.Checkpoint;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.checkpoint.MalformedCheckpointException;
import glassbox.ledger.checkpoint.UntrustedCheckpointException;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.checkpoint.WitnessPolicy;
import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.InclusionProof;
import glassbox.ledger.merkle.ProofVerifier;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.MalformedNoteException;
import glassbox.ledger.note.Note;
import glassbox.ledger.note.SignerKey;
import glassbox.ledger.note.VerifierKey;
import glassbox.ledger.tile.FileTiles;
import glassbox.ledger.tile.TileAudit;
import glassbox.ledger.tile.TileId;
import glassbox.ledger.tile.TileLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vectors of docs/formats/log-v1.md. They were made by a second implementation, not by this
 * library: record i is SHA-256("record i"), entries 0 to 299.
 */
class LogVectorsTest {
  private static Vectors vectors;

  record Vectors(
      String origin,
      String logKeys,
      long rotationSize,
      List<String> signers,
      List<String> verifiers,
      int requiredWitnesses,
      List<Entry> entries,
      List<Head> heads,
      List<Inclusion> inclusion,
      List<Consistency> consistency,
      List<Signed> checkpoints,
      List<Tile> tiles) {}

  record Entry(String recordHash, String entry, String leafHash) {}

  record Head(long size, String root) {}

  record Inclusion(
      long index, long size, String entry, String root, List<String> proof, boolean accepted) {}

  record Consistency(
      long oldSize,
      long newSize,
      String oldRoot,
      String newRoot,
      List<String> proof,
      boolean accepted) {}

  record Signed(String name, String note, boolean accepted) {}

  record Tile(String path, String sha256, int length) {}

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            LogVectorsTest.class.getResourceAsStream("/glassbox/ledger/log-v1.json"))) {
      vectors = JsonMapper.builder().build().readValue(in, Vectors.class);
    }
  }

  @Test
  void writesAndReadsTheEntries() {
    for (Entry vector : vectors.entries()) {
      LogEntry entry = LogEntry.run(vector.recordHash());
      assertThat(HexFormat.of().formatHex(entry.bytes())).isEqualTo(vector.entry());
      assertThat(entry.leafHash().hex()).isEqualTo(vector.leafHash());
      assertThat(LogEntry.parse(entry.bytes())).isEqualTo(entry);
      for (int bit = 0; bit < 8 * 16; bit++) {
        byte[] bad = entry.bytes();
        bad[bit / 8] ^= (byte) (1 << (bit % 8));
        assertThatExceptionOfType(MalformedLogEntryException.class)
            .isThrownBy(() -> LogEntry.parse(bad));
      }
    }
    LogEntry retention = new LogEntry(LogEntry.Kind.RETENTION, Hash.of(new byte[32]));
    assertThat(LogEntry.parse(retention.bytes())).isEqualTo(retention);
    assertThatExceptionOfType(MalformedLogEntryException.class)
        .isThrownBy(() -> LogEntry.parse(new byte[0]));
  }

  @Test
  void judgesTheProofs() {
    for (Inclusion v : vectors.inclusion()) {
      boolean verdict =
          ProofVerifier.includes(
              new TreeHead(v.size(), Hash.ofHex(v.root())),
              LogEntry.parse(HexFormat.of().parseHex(v.entry())).leafHash(),
              new InclusionProof(v.index(), v.size(), hashes(v.proof())));
      assertThat(verdict).as(v.toString()).isEqualTo(v.accepted());
    }
    for (Consistency v : vectors.consistency()) {
      boolean verdict =
          v.oldSize() > 0
              && ProofVerifier.consistent(
                  new TreeHead(v.oldSize(), Hash.ofHex(v.oldRoot())),
                  new TreeHead(v.newSize(), Hash.ofHex(v.newRoot())),
                  new ConsistencyProof(v.oldSize(), v.newSize(), hashes(v.proof())));
      assertThat(verdict).as(v.toString()).isEqualTo(v.accepted());
    }
  }

  @Test
  void judgesTheCheckpoints() {
    for (Signed vector : vectors.checkpoints()) {
      assertThat(believed(vector.note())).as(vector.name()).isEqualTo(vector.accepted());
    }
  }

  @Test
  void readsTheKeysAndSignsTheSameBytes() {
    for (int i = 0; i < vectors.signers().size(); i++) {
      assertThat(SignerKey.parse(vectors.signers().get(i)).verifier().text())
          .isEqualTo(vectors.verifiers().get(i));
    }
    LogKeys keys = LogKeys.parse(vectors.logKeys());
    assertThat(keys.text()).isEqualTo(vectors.logKeys());
    VerifierKey first = VerifierKey.parse(vectors.verifiers().get(0));
    VerifierKey second = VerifierKey.parse(vectors.verifiers().get(1));
    assertThat(LogKeys.of(first).rotate(second, vectors.rotationSize())).isEqualTo(keys);
    Note note = Note.parse(bytes(vectors.checkpoints().getFirst().note()));
    SignerKey signer = SignerKey.parse(vectors.signers().getFirst());
    assertThat(signer.signNote(note.text())).isEqualTo(note.signatures().getFirst());
  }

  @Test
  void writesTheSameTilesAndChecksThemOffline(@TempDir Path directory)
      throws NoSuchAlgorithmException {
    FileTiles files = new FileTiles(directory);
    TileLog log = TileLog.open(files, TreeHead.EMPTY);
    for (Head head : vectors.heads()) {
      TreeHead expected = new TreeHead(head.size(), Hash.ofHex(head.root()));
      assertThat(log.append(entries(log.head().size(), head.size()))).isEqualTo(expected);
    }
    for (Tile tile : vectors.tiles()) {
      byte[] bytes = files.read(TileId.parse(tile.path())).orElseThrow();
      assertThat(bytes).hasSize(tile.length());
      assertThat(MessageDigest.getInstance("SHA-256").digest(bytes))
          .isEqualTo(HexFormat.of().parseHex(tile.sha256()));
    }
    new TileAudit(files).check(log.head());
    checkOffline(log);
  }

  private static void checkOffline(TileLog log) {
    VerifiedCheckpoint older = verifier().verify(bytes(vectors.checkpoints().get(0).note()));
    VerifiedCheckpoint newer = verifier().verify(bytes(vectors.checkpoints().get(3).note()));
    assertThat(older.head().size()).isEqualTo(7);
    assertThat(newer.cosignatures()).hasSize(2);
    ConsistencyProof grown = log.proofs().consistency(7, 300);
    assertThat(LogVerifier.consistency(older, newer, grown).accepted()).isTrue();
    assertThat(LogVerifier.consistency(newer, older, grown).accepted()).isFalse();
    assertThat(LogVerifier.consistency(older, older, log.proofs().consistency(7, 7)).accepted())
        .isTrue();
    byte[] entry = entries(100, 101).getFirst();
    InclusionProof proof = log.proofs().inclusion(100, 300);
    assertThat(LogVerifier.inclusion(newer, entry, proof).accepted()).isTrue();
    assertRejected(LogVerifier.inclusion(older, entry, proof), "the checkpoint has 7");
    assertRejected(LogVerifier.inclusion(newer, entries(99, 100).getFirst(), proof), "index 100");
    assertRejected(
        LogVerifier.inclusion(newer, entry, new InclusionProof(300, 300, proof.hashes())),
        "not in the log");
  }

  private static void assertRejected(LogVerdict verdict, String reason) {
    assertThat(verdict).isInstanceOf(LogVerdict.Rejected.class);
    assertThat(((LogVerdict.Rejected) verdict).reason()).contains(reason);
  }

  private static boolean believed(String note) {
    try {
      VerifiedCheckpoint verified = verifier().verify(bytes(note));
      return Checkpoint.parse(verified.note().text()).equals(verified.checkpoint());
    } catch (MalformedNoteException
        | MalformedCheckpointException
        | UntrustedCheckpointException e) {
      return false;
    }
  }

  private static CheckpointVerifier verifier() {
    List<VerifierKey> witnesses =
        vectors.verifiers().stream().skip(2).map(VerifierKey::parse).toList();
    return new CheckpointVerifier(
        vectors.origin(),
        LogKeys.parse(vectors.logKeys()),
        new WitnessPolicy(vectors.requiredWitnesses(), witnesses));
  }

  /** Entries [from, to) of the vectors. */
  private static List<byte[]> entries(long from, long to) {
    List<byte[]> entries = new ArrayList<>();
    for (long i = from; i < to; i++) {
      try {
        byte[] record = MessageDigest.getInstance("SHA-256").digest(bytes("record " + i));
        entries.add(LogEntry.run(HexFormat.of().formatHex(record)).bytes());
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }
    return entries;
  }

  private static List<Hash> hashes(List<String> hex) {
    return hex.stream().map(Hash::ofHex).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
