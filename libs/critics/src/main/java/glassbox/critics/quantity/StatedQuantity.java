package glassbox.critics.quantity;

/** A number with its unit as a text states it. Labels ({@code Step 1}) are not quantities. */
public final class StatedQuantity {
  private static final double ROUNDING = 1e-9;
  private final Measure measure;
  private final int start;
  private final int end;

  StatedQuantity(Measure measure, int start, int end) {
    this.measure = measure;
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

  /** Whether it has neither unit nor counted noun. */
  public boolean plain() {
    return !measure.stated() && measure.noun().isEmpty();
  }

  /** Whether it reads as a year: a plain whole number from 1900 to 2099. */
  public boolean year() {
    double value = measure.value();
    return plain() && value >= 1900 && value < 2100 && value == Math.rint(value);
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
      return Units.compatible(measure.unit(), other.measure.unit())
          && close(measure, other.measure.in(measure.unit()));
    }
    boolean nouns = measure.noun().isPresent() && other.measure.noun().isPresent();
    return !(nouns && !measure.noun().equals(other.measure.noun()))
        && close(measure, other.measure);
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
    Measure same = measure.stated() ? other.measure.in(measure.unit()) : other.measure;
    return measure.value() > same.value() && !close(measure, same);
  }

  private static boolean close(Measure a, Measure b) {
    double slack = ROUNDING * Math.max(Math.abs(a.value()), Math.abs(b.value()));
    double half = Math.max(half(a), half(b));
    return Math.abs(a.value() - b.value()) <= Math.max(slack, half);
  }

  private static double half(Measure measure) {
    return measure.precision().rounded() ? measure.precision().ulp() / 2 * (1 + 1e-9) : 0;
  }
}
