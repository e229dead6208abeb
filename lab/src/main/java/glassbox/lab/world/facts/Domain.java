package glassbox.lab.world.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fields of knowledge of the demo world. */
public enum Domain {
  /** What every model may know: towns, products, remedies, small sums. */
  GENERAL,
  /** Unit conversions, sums with units, properties of materials. */
  QUANTITIES,
  /** Quarterly figures of fictional companies. */
  FINANCE,
  /** Dosage rules of fictional medicines. */
  CLINICAL,
  /** The personal notes of user 1234. */
  NOTES,
  /** Word problems and orderings. */
  REASONING,
  /** Questions that name the tool to use. */
  TOOLS,
  /** Definitions, and a pupil's arithmetic to mark. */
  EDUCATION,
  /** Ways between sites. */
  PLANNING,
  /** Small Java methods. */
  CODE;

  /** The domains only a specialist knows the values of. */
  public static List<Domain> specialist() {
    return List.of(QUANTITIES, FINANCE, CLINICAL, NOTES);
  }

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The domain of a name in files.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Domain of(String id) {
    return Arrays.stream(values())
        .filter(domain -> domain.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no domain is called " + id));
  }
}
