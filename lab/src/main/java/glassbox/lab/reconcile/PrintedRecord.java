package glassbox.lab.reconcile;

import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.List;
import java.util.UUID;

/** The example record printed in the source, which claims a joint that its numbers do not give. */
final class PrintedRecord {

  private static final float[] LOG_PROBS = {-1.512f, -3.891f, -1.221f};
  private static final double CLAIMED_JOINT = -1.234;

  private PrintedRecord() {}

  static Reconciliation reconciliation() {
    String digest = "0".repeat(64);
    List<SpecialistRef> specialists =
        List.of(
            new SpecialistRef("first", digest),
            new SpecialistRef("second", digest),
            new SpecialistRef("third", digest));
    var token = new TokenEntry(LOG_PROBS, CLAIMED_JOINT, CLAIMED_JOINT, 0, false, true, 0);
    return Reconciliation.of(
        new TokenBlock(
            new UUID(0, 0),
            0,
            specialists,
            Combination.Mixture.uniform(LOG_PROBS.length),
            new SamplerSettings(1, 1, true, 0),
            new Execution("printed", 1, LOG_PROBS.length),
            BlockContent.unsalted(List.of(0), List.of(0)),
            List.of(token)));
  }
}
