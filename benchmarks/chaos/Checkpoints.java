package chaos;

import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.checkpoint.WitnessPolicy;
import glassbox.ledger.log.LogVerdict;
import glassbox.ledger.log.LogVerifier;
import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Fetches the published checkpoint again and again and keeps every one that it saw. */
final class Checkpoints implements AutoCloseable {
  private static final long PAUSE_MILLIS = 300;

  private final Api api;
  private final Set<String> seen = new LinkedHashSet<>();
  private final Thread watcher;
  private volatile boolean ended;

  Checkpoints(Api api) {
    this.api = api;
    this.watcher = Thread.ofPlatform().daemon().name("checkpoints").start(this::watch);
  }

  private void watch() {
    while (!ended) {
      fetch();
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void fetch() {
    Api.Answer answer = api.get("/v1/log/checkpoint");
    if (answer.is(200)) {
      synchronized (seen) {
        seen.add(answer.text());
      }
    }
  }

  /** Whoever trusts the log's keys, which the stack wrote beside its log. */
  static CheckpointVerifier verifier(Path keys) throws IOException {
    return new CheckpointVerifier(
        "glassbox.local/log", LogKeys.parse(Files.readString(keys)), WitnessPolicy.NONE);
  }

  /**
   * Holds every checkpoint that was seen against the published one.
   *
   * @param run any run of the log: its proof carries the consistency
   * @return what is wrong, nothing where the log only grew
   */
  List<String> check(CheckpointVerifier verifier, UUID run) {
    List<String> faults = new ArrayList<>();
    for (String note : all()) {
      try {
        VerifiedCheckpoint old = verifier.verify(note.getBytes(StandardCharsets.UTF_8));
        String fault = consistency(verifier, run, old);
        if (!fault.isEmpty()) {
          faults.add("checkpoint of " + old.head().size() + " entries: " + fault);
        }
      } catch (RuntimeException e) {
        faults.add("a checkpoint that was served does not verify: " + e.getMessage());
      }
    }
    return faults;
  }

  private String consistency(CheckpointVerifier verifier, UUID run, VerifiedCheckpoint old) {
    Api.Answer answer = api.get("/v1/runs/" + run + "/proof?from=" + old.head().size());
    if (!answer.is(200)) {
      return "no proof from it: " + answer.status() + " " + answer.text();
    }
    JsonNode proof = answer.json();
    VerifiedCheckpoint now =
        verifier.verify(proof.path("checkpoint").asString().getBytes(StandardCharsets.UTF_8));
    ConsistencyProof growth =
        new ConsistencyProof(
            old.head().size(), now.head().size(), hashes(proof.path("consistency")));
    return switch (LogVerifier.consistency(old, now, growth)) {
      case LogVerdict.Accepted accepted -> "";
      case LogVerdict.Rejected rejected -> rejected.reason();
    };
  }

  static List<Hash> hashes(JsonNode list) {
    List<Hash> hashes = new ArrayList<>();
    list.forEach(hash -> hashes.add(Hash.ofHex(hash.asString())));
    return hashes;
  }

  /** Every distinct checkpoint that was served. */
  List<String> all() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  /** Stops watching, after one more look. */
  @Override
  public void close() throws InterruptedException {
    ended = true;
    watcher.join();
    fetch();
  }
}
