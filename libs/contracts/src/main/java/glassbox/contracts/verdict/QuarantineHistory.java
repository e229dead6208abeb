package glassbox.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which critics are kept from voting, and how that came about.
 *
 * @param quarantined those that are kept now
 * @param events who was kept or released, newest first, at most 200
 * @param entries how many events there are in all
 * @param head hex SHA-256 that stands for all of them; 64 zeros for none
 */
public record QuarantineHistory(
    List<OrderSensitivity.Quarantine> quarantined, List<Event> events, long entries, String head) {

  public QuarantineHistory {
    quarantined = List.copyOf(quarantined);
    events = List.copyOf(events);
  }

  /**
   * Something that changed who votes.
   *
   * @param number from 1
   * @param at when
   * @param critic whom it is about
   * @param action what was done
   * @param by who did it: {@code order-sensitivity}, or the name an operator gave
   * @param reason in words
   * @param delta that was measured; null where nothing was
   * @param bar it was over; null likewise
   * @param hash hex SHA-256 over the event before and this one
   */
  public record Event(
      long number,
      Instant at,
      String critic,
      Action action,
      String by,
      String reason,
      @Nullable Double delta,
      @Nullable Double bar,
      String hash) {}

  /** What was done to a critic. */
  public enum Action {
    /** It was kept from voting. */
    @JsonProperty("quarantined")
    QUARANTINED,
    /** It votes again. */
    @JsonProperty("released")
    RELEASED
  }
}
