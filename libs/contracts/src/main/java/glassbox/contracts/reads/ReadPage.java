package glassbox.contracts.reads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads of the audit, newest first.
 *
 * @param next cursor of the next page; null on the last
 */
public record ReadPage(List<ReadRecord> reads, @Nullable String next) {
  public ReadPage {
    reads = List.copyOf(reads);
  }
}
