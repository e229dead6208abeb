package glassbox.contracts.verdict;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much the order in which two critics run changes what they say.
 *
 * @param measuredAt when; null before the first measurement
 * @param measuring whether a measurement is going on now
 * @param drafts answers that were judged
 * @param rounds fresh runs of each order on each answer
 * @param bar over which a pair alerts
 * @param largest largest delta of any pair; null before the first measurement
 * @param critics names, in the order of rows and columns
 * @param matrix delta of each pair, symmetric with zeros on the diagonal; null where it could not
 *     be measured
 * @param pairs each pair once, with its counts
 * @param quarantined critics that are kept from voting
 */
public record OrderSensitivity(
    @Nullable Instant measuredAt,
    boolean measuring,
    int drafts,
    int rounds,
    double bar,
    @Nullable Double largest,
    List<String> critics,
    List<List<@Nullable Double>> matrix,
    List<Pair> pairs,
    List<Quarantine> quarantined) {

  public OrderSensitivity {
    critics = List.copyOf(critics);
    matrix = List.copyOf(matrix);
    pairs = List.copyOf(pairs);
    quarantined = List.copyOf(quarantined);
  }

  /**
   * A pair of critics.
   *
   * @param first a critic
   * @param second another
   * @param differing share of fresh runs in both orders whose verdicts differ, with its interval
   * @param noise share of fresh runs in one order that differ from one another: test-retest noise
   * @param delta differing less noise, at least 0; null where neither could judge
   * @param noisier which of them changed its verdict more often; null where none did
   * @param alert whether delta is over the bar
   */
  public record Pair(
      String first,
      String second,
      Rate differing,
      Rate noise,
      @Nullable Double delta,
      @Nullable String noisier,
      boolean alert) {}

  /** A critic that is kept from voting until it is released. */
  public record Quarantine(String critic, Instant since, String reason) {}
}
