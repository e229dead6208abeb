package glassbox.ledger.bundle;

import glassbox.ledger.merkle.Hash;
import java.util.List;
import java.util.Optional;

/**
 * A verification bundle.
 *
 * @param checkpoint the signed note that every proof is for
 * @param growth the proof that the checkpoint's log extends an earlier one, if it was asked for
 * @param runs at least one, by rising index
 */
public record Bundle(String checkpoint, Optional<Growth> growth, List<BundledRun> runs) {
  /** Most runs of a bundle. */
  public static final int MAX_RUNS = 10_000;

  /**
   * The hashes of a consistency proof.
   *
   * @param from size of the earlier log, not negative
   * @param hashes as in RFC 6962, section 2.1.2, up to the checkpoint's size
   */
  public record Growth(long from, List<Hash> hashes) {
    public Growth {
      hashes = List.copyOf(hashes);
    }
  }

  public Bundle {
    runs = List.copyOf(runs);
  }
}
