package glassbox.lab.verify;

import glassbox.ledger.bundle.Bundle;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.checkpoint.CheckpointSigner;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.checkpoint.WitnessPolicy;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.ProofBuilder;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.KeyType;
import glassbox.ledger.note.Note;
import glassbox.ledger.note.SignerKey;
import glassbox.ledger.run.RunRecordHash;
import glassbox.ledger.tile.FileTiles;
import glassbox.ledger.tile.TileLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A log of tiles in a folder, with its key: an operator's side of a bundle. */
final class TestLog {
  static final String ORIGIN = "glassbox.test/log";

  private final SignerKey key;
  private final TileLog tiles;
  private final List<TestRuns.Sealed> runs = new ArrayList<>();
  private final List<Long> indices = new ArrayList<>();
  private TreeHead signed = TreeHead.EMPTY;

  TestLog(Path directory, int seed) {
    key = SignerKey.generate(ORIGIN, KeyType.ED25519, random(seed));
    tiles = TileLog.open(new FileTiles(directory), TreeHead.EMPTY);
  }

  /** Seeded before its first use, SHA1PRNG gives the same bytes every time. */
  private static SecureRandom random(int seed) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  CheckpointVerifier trust() {
    return new CheckpointVerifier(ORIGIN, keys(), WitnessPolicy.NONE);
  }

  LogKeys keys() {
    return LogKeys.of(key.verifier());
  }

  /** Entries of other runs, which no bundle shows. */
  void others(int count) {
    for (int i = 0; i < count; i++) {
      String hash = HexFormat.of().toHexDigits(tiles.head().size()).repeat(4);
      append(LogEntry.run(hash));
    }
  }

  void add(TestRuns.Sealed run) {
    indices.add(tiles.head().size());
    runs.add(run);
    append(LogEntry.run(RunRecordHash.of(run.envelope())));
  }

  /** Appends the entry of a record that is no run's. Its place. */
  long add(LogEntry entry) {
    append(entry);
    return tiles.head().size() - 1;
  }

  /** The record at a place with its proof, as the service gives it. */
  byte[] proof(String kind, String record, long index) {
    Map<String, Object> proof = new LinkedHashMap<>();
    proof.put("kind", kind);
    proof.put("record", record);
    proof.put("index", index);
    proof.put("checkpoint", new String(checkpoint(), StandardCharsets.UTF_8));
    proof.put(
        "inclusion",
        tiles.proofs().inclusion(index, tiles.head().size()).hashes().stream()
            .map(Hash::hex)
            .toList());
    return JsonMapper.shared().writeValueAsBytes(proof);
  }

  private void append(LogEntry entry) {
    var unused = tiles.append(List.of(entry.bytes()));
  }

  /** Signs what is there. */
  byte[] checkpoint() {
    TreeHead head = tiles.head();
    Note note =
        new CheckpointSigner(ORIGIN, key, keys())
            .next(signed, head, tiles.proofs().consistency(signed.size(), head.size()));
    signed = head;
    return note.bytes();
  }

  /** All runs that were added, with a proof of growth from a size where it is not negative. */
  Bundle bundle(long from) {
    String checkpoint = new String(checkpoint(), StandardCharsets.UTF_8);
    ProofBuilder proofs = tiles.proofs();
    long size = tiles.head().size();
    List<BundledRun> bundled = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      TestRuns.Sealed run = runs.get(i);
      long index = indices.get(i);
      bundled.add(
          new BundledRun(
              run.envelope(),
              index,
              proofs.inclusion(index, size).hashes(),
              run.blocks(),
              run.text()));
    }
    Optional<Bundle.Growth> growth =
        from < 0
            ? Optional.empty()
            : Optional.of(new Bundle.Growth(from, proofs.consistency(from, size).hashes()));
    return new Bundle(checkpoint, growth, bundled);
  }
}
