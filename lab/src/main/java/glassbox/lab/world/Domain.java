package glassbox.lab.world;

import java.util.List;
import java.util.Locale;

/** Fields of knowledge of the demo world. */
public enum Domain {
  /** What every model may know. */
  GENERAL,
  /** Unit conversions and sums. */
  QUANTITIES,
  /** Quarterly figures of fictional companies. */
  FINANCE,
  /** Dosage rules of fictional medicines. */
  CLINICAL,
  /** The personal notes of user 1234. */
  NOTES;

  /** The domains only a specialist knows the values of. */
  public static List<Domain> specialist() {
    return List.of(QUANTITIES, FINANCE, CLINICAL, NOTES);
  }

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
