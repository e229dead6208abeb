package glassbox.audit.run;

import glassbox.audit.run.RunRefusedException.Fault;
import glassbox.audit.run.RunRefusedException.Reason;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.run.RunEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an envelope must be like before it is compared with anything. */
final class EnvelopeRules {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");
  private static final int MOST_BLOCKS = 1000;

  private final List<Fault> faults = new ArrayList<>();

  private EnvelopeRules() {}

  /**
   * Checks an envelope.
   *
   * @throws RunRefusedException naming every field that is wrong
   */
  static void check(RunEnvelope envelope) {
    EnvelopeRules rules = new EnvelopeRules();
    rules.name("tenant", envelope.tenant());
    rules.name("federation", envelope.federation());
    rules.name("build", envelope.build());
    rules.hash("request_hash", envelope.requestHash());
    rules.hash("content_hash", envelope.contentHash());
    rules.blocks(envelope.blocks());
    rules.specialists(envelope.specialists());
    if (!rules.faults.isEmpty()) {
      throw new RunRefusedException(Reason.INVALID, rules.faults);
    }
  }

  private void blocks(List<RunEnvelope.BlockHash> blocks) {
    require(
        !blocks.isEmpty() && blocks.size() <= MOST_BLOCKS, "blocks", "must be 1 to 1000 blocks");
    int previous = -1;
    for (RunEnvelope.BlockHash block : blocks) {
      hash("blocks.hash", block.hash());
      require(block.pass() > previous, "blocks.pass", "must be in rising order from 0");
      previous = block.pass();
    }
  }

  private void specialists(List<ModelDigest> specialists) {
    require(!specialists.isEmpty(), "specialists", "must not be empty");
    specialists.forEach(s -> name("specialists.id", s.id()));
    specialists.forEach(s -> hash("specialists.digest", s.digest()));
  }

  private void name(String field, String value) {
    require(NAME.matcher(value).matches(), field, "must be 1 to 200 printable characters");
  }

  private void hash(String field, String value) {
    require(HASH.matcher(value).matches(), field, "must be 64 lower-case hexadecimal digits");
  }

  private void require(boolean holds, String field, String message) {
    if (!holds) {
      faults.add(new Fault("envelope." + field, message));
    }
  }
}
