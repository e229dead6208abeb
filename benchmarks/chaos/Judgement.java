package chaos;

import chaos.Load.Acknowledged;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.log.LogVerdict;
import glassbox.ledger.log.LogVerifier;
import glassbox.ledger.merkle.InclusionProof;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What an outsider finds when everything runs again. */
final class Judgement {
  private static final long LONGEST_WAIT_MILLIS = 180_000;
  private static final long PAUSE_MILLIS = 200;

  private final Api api;
  private final CheckpointVerifier verifier;
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private long runs;

  Judgement(Api api, CheckpointVerifier verifier) {
    this.api = api;
    this.verifier = verifier;
  }

  /** Every acknowledged run: readable as it was acknowledged, and one leaf of the log. */
  void judge(List<Acknowledged> acknowledged) {
    Set<UUID> seen = new HashSet<>();
    Map<Long, UUID> places = new HashMap<>();
    long limit = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
    for (Acknowledged run : acknowledged) {
      if (!seen.add(run.runId())) {
        doubled.add(run.runId() + ": two answers have this id");
      }
      String fault = fault(run, places, limit);
      if (!fault.isEmpty()) {
        lost.add(run.runId() + " (" + run.state() + "): " + fault);
      }
    }
    countEverything();
  }

  /** Empty where the run is there. A run may still be on its way out of a spool. */
  private String fault(Acknowledged run, Map<Long, UUID> places, long limit) {
    while (true) {
      String fault = look(run, places);
      if (fault.isEmpty() || System.nanoTime() > limit) {
        return fault;
      }
      Stack.sleep(PAUSE_MILLIS);
    }
  }

  private String look(Acknowledged run, Map<Long, UUID> places) {
    Api.Answer view = api.get("/v1/runs/" + run.runId());
    if (!view.is(200)) {
      return "not readable: " + view.status() + " " + view.text();
    }
    Api.Answer answer = api.get("/v1/runs/" + run.runId() + "/proof");
    if (!answer.is(200)) {
      return "no proof: " + answer.status() + " " + answer.text();
    }
    JsonNode proof = answer.json();
    if (!proof.path("record_hash").asString().equals(run.recordHash())) {
      return "another record than the acknowledged one is in the log";
    }
    byte[] entry = HexFormat.of().parseHex(proof.path("entry").asString());
    if (!new String(entry, StandardCharsets.ISO_8859_1).startsWith("glassbox-run-v1\n")
        || !HexFormat.of().formatHex(entry, 16, entry.length).equals(run.recordHash())) {
      return "the leaf is not of the acknowledged record";
    }
    long index = proof.path("index").asLong();
    UUID there = places.putIfAbsent(index, run.runId());
    if (there != null && !there.equals(run.runId())) {
      doubled.add("leaf " + index + " is of " + there + " and of " + run.runId());
    }
    return included(proof, entry, index);
  }

  private String included(JsonNode proof, byte[] entry, long index) {
    VerifiedCheckpoint checkpoint =
        verifier.verify(proof.path("checkpoint").asString().getBytes(StandardCharsets.UTF_8));
    InclusionProof inclusion =
        new InclusionProof(
            index, checkpoint.head().size(), Checkpoints.hashes(proof.path("inclusion")));
    return switch (LogVerifier.inclusion(checkpoint, entry, inclusion)) {
      case LogVerdict.Accepted accepted -> "";
      case LogVerdict.Rejected rejected -> rejected.reason();
    };
  }

  /** As many leaves as runs, and no run twice in the list; what is in a spool may still come. */
  private void countEverything() {
    long limit = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
    List<String> faults = count();
    while (!faults.isEmpty() && System.nanoTime() < limit) {
      Stack.sleep(PAUSE_MILLIS);
      faults = count();
    }
    doubled.addAll(faults);
  }

  private List<String> count() {
    List<String> faults = new ArrayList<>();
    Set<String> listed = new HashSet<>();
    String next = "";
    do {
      Api.Answer page = api.get("/v1/runs?limit=200" + (next.isEmpty() ? "" : "&cursor=" + next));
      if (!page.is(200)) {
        return List.of("the list of runs cannot be read: " + page.status());
      }
      for (JsonNode run : page.json().path("runs")) {
        String id = run.path("run_id").asString();
        if (!listed.add(id)) {
          faults.add(id + ": twice in the list of runs");
        }
      }
      next = page.json().path("next").asString("");
    } while (!next.isEmpty());
    runs = listed.size();
    long leaves = verifier.verify(api.get("/v1/log/checkpoint").body()).head().size();
    if (leaves != runs) {
      faults.add("the log has " + leaves + " leaves, the list " + runs + " runs");
    }
    return faults;
  }

  List<String> lost() {
    return lost;
  }

  List<String> doubled() {
    return doubled;
  }

  /** Runs in the list, acknowledged or not. */
  long runs() {
    return runs;
  }
}
