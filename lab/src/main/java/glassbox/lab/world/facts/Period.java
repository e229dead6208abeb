package glassbox.lab.world.facts;

/**
 * A quarter of a year.
 *
 * @param year of the world's calendar
 * @param quarter 1 to 4
 */
public record Period(int year, int quarter) {

  /** The year the world's present lies in: a quarter named without a year is one of it. */
  public static final int PRESENT = 2031;

  /** The year before. */
  public static final int PAST = PRESENT - 1;

  public Period {
    if (quarter < 1 || quarter > 4) {
      throw new IllegalArgumentException("no quarter " + quarter);
    }
  }
}
