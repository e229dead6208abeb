package glassbox.esi.orchestration;

import glassbox.esi.run.Stage;
import java.time.Instant;
import java.util.List;

/**
 * A stage that a run came to.
 *
 * @param stage it came to
 * @param at when
 * @param fallback whether it went on under the conservative profile
 * @param reasons why it came there: what shut the gate, what failed; empty on the straight way
 */
public record StageRecord(Stage stage, Instant at, boolean fallback, List<String> reasons) {
  public StageRecord {
    reasons = List.copyOf(reasons);
  }
}
