package glassbox.lab.verify;

import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the models give the recorded log-probabilities again. */
final class ReplayChecks {
  private ReplayChecks() {}

  static CheckResult check(List<TokenBlock> blocks, Optional<Replays> models) {
    if (models.isEmpty()) {
      return CheckResult.notChecked(Check.REPLAY, "it was not asked for (--replay --models)");
    }
    if (blocks.isEmpty()) {
      return CheckResult.notChecked(Check.REPLAY, "no block of the run can be read");
    }
    if (blocks.stream().anyMatch(block -> block.content() instanceof BlockContent.Withheld)) {
      return CheckResult.notChecked(
          Check.REPLAY, "the token ids were not kept or were erased; only their digest is here");
    }
    List<Finding> wrong = new ArrayList<>();
    double max = 0;
    boolean bitEqual = true;
    for (TokenBlock block : blocks) {
      try {
        Replays.Replayed replayed = models.get().replay(block);
        replayed
            .mismatched()
            .forEach(t -> wrong.add(Finding.atToken(block.pass(), t, "the models disagree")));
        max = Math.max(max, replayed.maxDifference());
        bitEqual &= replayed.bitEqual();
      } catch (Replays.ModelsUnfit e) {
        return CheckResult.unjudged(
            Check.REPLAY,
            List.of(Finding.inPass(block.pass(), "%s", String.valueOf(e.getMessage()))));
      }
    }
    return CheckResult.of(
        Check.REPLAY,
        wrong,
        "every number came out again, %s (the bar is 1e-4)",
        bitEqual ? "bit by bit" : "to within " + String.format(Locale.ROOT, "%.2g", max) + " nats");
  }
}
