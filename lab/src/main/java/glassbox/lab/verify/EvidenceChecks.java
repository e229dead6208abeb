package glassbox.lab.verify;

import glassbox.esi.trace.Fragment;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.run.TraceCommitment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a run's evidence is the one that its record commits to: ids issued once, every fragment's
 * hash that of what it holds.
 */
final class EvidenceChecks {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<Finding> wrong = new ArrayList<>();

  private EvidenceChecks() {}

  static CheckResult check(JsonNode esi, BundledRun run) {
    EvidenceChecks checks = new EvidenceChecks();
    try {
      JsonNode summary = esi.path("trace");
      Set<String> issued = checks.issued(summary);
      if (run.trace().isEmpty() || run.text().isEmpty()) {
        return checks.wrong.isEmpty()
            ? CheckResult.notChecked(
                Check.EVIDENCE, "the evidence was not kept, was erased, or was not given")
            : CheckResult.wrong(Check.EVIDENCE, checks.wrong);
      }
      checks.commitment(summary, run.text().get().salt(), run.trace().get());
      JsonNode trace = MAPPER.readTree(run.trace().get());
      checks.fragments(Envelope.array(trace, "fragments"), issued);
      checks.claims(Envelope.array(trace, "claims"), Envelope.array(summary, "claims"));
      return CheckResult.of(
          Check.EVIDENCE,
          checks.wrong,
          "%d fragments by their hashes, %d claims, as committed to",
          issued.size(),
          Envelope.array(trace, "claims").size());
    } catch (Envelope.Unreadable | JacksonException e) {
      return CheckResult.wrong(Check.EVIDENCE, "the evidence: %s", String.valueOf(e.getMessage()));
    }
  }

  private Set<String> issued(JsonNode summary) {
    Set<String> ids = new HashSet<>();
    for (JsonNode fragment : Envelope.array(summary, "fragments")) {
      String id = Envelope.text(fragment, "id");
      if (!ids.add(id)) {
        wrong.add(Finding.of("the id %s was issued twice", id));
      }
    }
    return ids;
  }

  private void commitment(JsonNode summary, String salt, String trace) {
    String hash = TraceCommitment.of(salt, trace);
    if (!hash.equals(Envelope.text(summary, "commitment"))) {
      wrong.add(Finding.of("the evidence has the hash %s, the record commits to another", hash));
    }
  }

  private void fragments(JsonNode fragments, Set<String> issued) {
    Set<String> found = new HashSet<>();
    for (JsonNode node : fragments) {
      Fragment fragment =
          Fragment.of(
              Envelope.text(node, "kind"),
              Envelope.text(node, "tool"),
              Envelope.text(node, "id"),
              Envelope.text(node, "input"),
              Envelope.text(node, "output"),
              Instant.EPOCH);
      if (!fragment.hash().equals(Envelope.text(node, "hash"))) {
        wrong.add(Finding.of("fragment %s does not have its hash", fragment.id()));
      }
      found.add(fragment.id());
    }
    if (!found.equals(issued)) {
      wrong.add(Finding.of("the fragments are not those that the record lists"));
    }
  }

  private void claims(JsonNode claims, JsonNode listed) {
    if (claims.size() != listed.size()) {
      wrong.add(Finding.of("%d claims, the record lists %d", claims.size(), listed.size()));
      return;
    }
    for (int i = 0; i < claims.size(); i++) {
      if (!claims.get(i).path("supports").equals(listed.get(i).path("supports"))) {
        wrong.add(
            Finding.of(
                "claim %s rests on other fragments than the record says",
                Envelope.text(claims.get(i), "id")));
      }
    }
  }
}
