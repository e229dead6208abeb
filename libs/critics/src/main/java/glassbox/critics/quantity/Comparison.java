package glassbox.critics.quantity;

import java.util.Locale;
import java.util.Optional;
import javax.measure.Unit;

/**
 * Decides whether a statement holds, to the precision that it states.
 *
 * <p>The right side may be rounded to its last stated decimal. Whole numbers are exact, except that
 * a whole right side may round (within half a unit and 2%) what a division or a factor that is no
 * power of ten gives; and across systems of units ({@code 1.6 km = 1 mile}) a left side with
 * decimals may be the rounded one. {@code About} allows 5%.
 */
final class Comparison {
  private static final double ROUNDING = 1e-9;
  private static final double WHOLE_SLACK = .02;
  private static final double ABOUT_SLACK = .05;

  /** The outcome: no check was possible, or one was made. */
  record Outcome(boolean checked, Optional<String> problem) {
    static final Outcome NONE = new Outcome(false, Optional.empty());
    static final Outcome HOLDS = new Outcome(true, Optional.empty());

    static Outcome wrong(String problem) {
      return new Outcome(true, Optional.of(problem));
    }
  }

  private Comparison() {}

  static Outcome of(Statement statement) {
    Reading left = statement.left().reading();
    Reading right = statement.right().reading();
    if (left instanceof Reading.Mismatch(String reason)) {
      return Outcome.wrong(reason);
    }
    if (right instanceof Reading.Mismatch(String reason)) {
      return Outcome.wrong(reason);
    }
    return left instanceof Reading.Known(Measure a) && right instanceof Reading.Known(Measure b)
        ? measures(statement, a, target(statement.relation(), b))
        : Outcome.NONE;
  }

  private static Measure target(Relation relation, Measure right) {
    return relation.target().isPresent() && !right.stated()
        ? new Measure(
            right.value(),
            relation.target().get(),
            true,
            Optional.empty(),
            right.source(),
            right.precision(),
            right.magnitude())
        : right;
  }

  private static Outcome measures(Statement statement, Measure left, Measure right) {
    boolean literals = left.literal() && right.literal();
    boolean brackets = statement.place() == Statement.Place.BRACKETS;
    if (left.stated() != right.stated()) {
      return mixed(statement, left, right, literals || brackets && right.literal());
    }
    if (!left.stated()) {
      boolean other = literals && !left.noun().equals(right.noun());
      return other || (brackets && literals) ? Outcome.NONE : values(statement, left, right);
    }
    if (!Units.compatible(left.unit(), right.unit())) {
      return incompatible(statement, left, right);
    }
    if (brackets && right.literal() && sameKind(left.unit(), right.unit())) {
      return Outcome.NONE;
    }
    return values(statement, left.in(right.unit()), right, left);
  }

  /** A bracketed literal in the same unit is another quantity; so is a percentage of something. */
  private static boolean sameKind(Unit<?> left, Unit<?> right) {
    return left.equals(right) || Units.percent(left) || Units.percent(right);
  }

  /** One side has a unit: the other is read in it, or as the plain number that a percentage is. */
  private static Outcome mixed(Statement statement, Measure left, Measure right, boolean apart) {
    Measure unitSide = left.stated() ? left : right;
    Measure plainSide = left.stated() ? right : left;
    if (unitSide.percent() && plainSide.noun().isEmpty()) {
      boolean bracketed = statement.place() == Statement.Place.BRACKETS;
      return bracketed ? Outcome.NONE : values(statement, left.in(right.unit()), right, left);
    }
    return apart ? Outcome.NONE : values(statement, left, right);
  }

  private static Outcome incompatible(Statement statement, Measure left, Measure right) {
    boolean floating = Units.floating(left.unit()) || Units.floating(right.unit());
    boolean percent = Units.share(left.unit()) || Units.share(right.unit());
    boolean subject = statement.place() == Statement.Place.SUBJECT || !statement.left().literal();
    if (floating || percent || !subject || statement.place() == Statement.Place.BRACKETS) {
      return Outcome.NONE;
    }
    return Outcome.wrong(
        "%s and %s measure different things"
            .formatted(Arithmetic.name(left.unit()), Arithmetic.name(right.unit())));
  }

  private static Outcome values(Statement statement, Measure left, Measure right) {
    return values(statement, left, right, left);
  }

  /** Both in one unit; {@code stated} is the left side in its own. */
  private static Outcome values(Statement statement, Measure left, Measure right, Measure stated) {
    double difference = left.value() - right.value();
    double slack = slack(statement.relation(), left, right, stated);
    boolean holds =
        switch (statement.relation().sign()) {
          case EQUAL, ABOUT ->
              Math.abs(difference) <= slack
                  || bracketedStep(statement, stated, right)
                  || Conventions.allow(stated, left.value(), right, slack);
          case LESS -> difference < 0;
          case GREATER -> difference > 0;
          case AT_MOST -> difference <= slack;
          case AT_LEAST -> difference >= -slack;
        };
    return holds ? Outcome.HOLDS : Outcome.wrong(problem(left, right));
  }

  /** {@code a rise of 20 °C (36 °F)}: steps of a scale convert without its offset. */
  private static boolean bracketedStep(Statement statement, Measure left, Measure right) {
    if (statement.place() != Statement.Place.BRACKETS || !left.stated()) {
      return false;
    }
    double step = left.value() * Units.factor(left.unit(), right.unit());
    return Math.abs(step - right.value()) <= Math.max(right.precision().ulp() / 2, ROUNDING);
  }

  private static double slack(Relation relation, Measure left, Measure right, Measure stated) {
    double scale = Math.max(left.magnitude(), right.magnitude());
    double slack = Math.max(ROUNDING * Math.abs(right.value()), 1e-12 * scale) + 1e-300;
    double factor = factor(stated, right);
    double half = right.literal() ? right.precision().ulp() / 2 * (1 + 1e-9) : 0;
    double whole = Math.min(half, WHOLE_SLACK * Math.abs(right.value()));
    if (right.precision().rounded() && right.literal()) {
      slack = Math.max(slack, half);
    } else if (left.source() == Measure.Source.DIVIDED || !powerOfTen(factor)) {
      slack = Math.max(slack, whole);
    }
    if (!simple(factor) && left.literal() && left.precision().rounded()) {
      slack = Math.max(slack, left.precision().ulp() / 2);
    }
    boolean about = relation.sign() == Relation.Sign.ABOUT;
    return about ? Math.max(slack, Math.max(half, ABOUT_SLACK * Math.abs(right.value()))) : slack;
  }

  private static double factor(Measure stated, Measure right) {
    boolean convertible =
        stated.stated() && right.stated() && Units.compatible(stated.unit(), right.unit());
    return convertible ? Math.abs(Units.factor(stated.unit(), right.unit())) : 1;
  }

  private static boolean powerOfTen(double factor) {
    double exponent = Math.log10(factor);
    return Math.abs(exponent - Math.rint(exponent)) < ROUNDING;
  }

  /** Whether a factor or its inverse is whole: units of one system. */
  private static boolean simple(double factor) {
    double large = factor < 1 ? 1 / factor : factor;
    return Math.abs(large - Math.rint(large)) < ROUNDING * large;
  }

  private static String problem(Measure left, Measure right) {
    String unit = right.stated() ? " " + right.unit() : "";
    return String.format(
        Locale.ROOT, "the left side is %s%s, not %s%s", number(left), unit, number(right), unit);
  }

  private static String number(Measure measure) {
    String text = String.format(Locale.ROOT, "%.10g", measure.value());
    boolean plain = !text.contains("e") && text.contains(".");
    return plain ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
