package glassbox.critics.quantity;

import java.util.List;
import java.util.Optional;
import javax.measure.Dimension;
import javax.measure.Unit;

/** A number with its unit as a text states it. Labels ({@code Step 1}) are not quantities. */
public final class StatedQuantity {
  private static final double ROUNDING = 1e-9;
  private static final int MOST_FACTORS = 10;
  private final Measure measure;
  private final int start;
  private final int end;

  /**
   * Value and half a unit of the last stated decimal, in the system unit where a unit is stated.
   */
  private final double base;

  private final double half;

  StatedQuantity(Measure measure, int start, int end) {
    this.measure = measure;
    Unit<?> system = measure.stated() ? measure.unit().getSystemUnit() : measure.unit();
    this.base = Units.convert(measure.value(), measure.unit(), system);
    this.half = half(measure) * Math.abs(Units.factor(measure.unit(), system));
    this.start = start;
    this.end = end;
  }

  /** UTF-16 offset where it starts. */
  public int start() {
    return start;
  }

  /** Offset after it, with its unit. */
  public int end() {
    return end;
  }

  /** The number, in the unit that is stated with it. */
  public double value() {
    return measure.value();
  }

  /** Whether it has neither unit nor counted noun. */
  public boolean plain() {
    return !measure.stated() && measure.noun().isEmpty();
  }

  /** Whether it counts things: a noun that is no unit. */
  public boolean counts() {
    return !measure.stated() && measure.noun().isPresent();
  }

  /** Whether it has a unit that is no share. */
  public boolean measured() {
    return measure.stated() && !Units.share(measure.unit());
  }

  /** Whether both are stated in one unit. */
  public boolean sameUnit(StatedQuantity other) {
    return measure.stated() && measure.unit().equals(other.measure.unit());
  }

  /** Whether it is a temperature: its scales differ in their zeros too. */
  public boolean degrees() {
    return measure.stated()
        && Units.compatible(measure.unit(), tech.units.indriya.unit.Units.KELVIN);
  }

  /** Whether it reads as a year: a plain whole number from 1900 to 2099. */
  public boolean year() {
    double value = measure.value();
    return plain() && value >= 1900 && value < 2100 && value == Math.rint(value);
  }

  /** Code of its currency, where it is money and nothing else. */
  public Optional<String> currency() {
    return measure.stated() ? Money.code(measure.unit()) : Optional.empty();
  }

  /** Whether both measure or count the same kind of thing. */
  public boolean comparable(StatedQuantity other) {
    return measure.stated() == other.measure.stated()
        && (measure.stated()
            ? Units.compatible(measure.unit(), other.measure.unit())
            : measure.noun().equals(other.measure.noun()));
  }

  /**
   * Whether both are the same quantity, to the coarser of the precisions they state. A plain number
   * agrees with a quantity of its number in any unit.
   */
  public boolean agrees(StatedQuantity other) {
    if (measure.stated() && other.measure.stated()) {
      return close(base, other.base, other)
          && Units.compatible(measure.unit(), other.measure.unit());
    }
    boolean nouns = measure.noun().isPresent() && other.measure.noun().isPresent();
    double slack = Math.max(half(measure), half(other.measure));
    return Math.abs(measure.value() - other.measure.value())
            <= Math.max(slack, ROUNDING * Math.abs(measure.value()))
        && !(nouns && !measure.noun().equals(other.measure.noun()));
  }

  /**
   * Whether this is more than the other.
   *
   * @throws IllegalArgumentException if they are not {@link #comparable}
   */
  public boolean exceeds(StatedQuantity other) {
    if (!comparable(other)) {
      throw new IllegalArgumentException("requires comparable quantities");
    }
    return base > other.base && !close(base, other.base, other);
  }

  /**
   * Whether its dimension can come out of a fraction: of some of what stands above its line and
   * some of what stands below. True of more than ten: that is not tried.
   */
  public boolean derivable(List<StatedQuantity> above, List<StatedQuantity> below) {
    return above.size() + below.size() > MOST_FACTORS
        || derivable(Units.one().getDimension(), above, below);
  }

  private boolean derivable(
      Dimension made, List<StatedQuantity> above, List<StatedQuantity> below) {
    if (!above.isEmpty()) {
      List<StatedQuantity> rest = above.subList(1, above.size());
      return derivable(made, rest, below)
          || derivable(made.multiply(above.getFirst().dimension()), rest, below);
    }
    if (!below.isEmpty()) {
      List<StatedQuantity> rest = below.subList(1, below.size());
      return derivable(made, above, rest)
          || derivable(made.divide(below.getFirst().dimension()), above, rest);
    }
    return made.equals(dimension());
  }

  private Dimension dimension() {
    return measure.unit().getDimension();
  }

  private boolean close(double a, double b, StatedQuantity other) {
    double slack = ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    return Math.abs(a - b) <= Math.max(slack, Math.max(half, other.half));
  }

  private static double half(Measure measure) {
    return measure.precision().rounded() ? measure.precision().ulp() / 2 * (1 + 1e-9) : 0;
  }
}
