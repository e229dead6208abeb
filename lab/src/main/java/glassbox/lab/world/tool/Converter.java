package glassbox.lab.world.tool;

import glassbox.lab.world.facts.Unit;
import java.math.BigDecimal;
import java.math.MathContext;

/** Converts between units of one dimension. */
public final class Converter {

  private Converter() {}

  /**
   * The same quantity in another unit, for example {@code 3 kg g} gives {@code 3000 g}.
   *
   * @throws ToolException for an unknown unit or units of different dimensions
   */
  public static String convert(String arguments) {
    String[] parts = arguments.strip().split(" +");
    if (parts.length != 3) {
      throw new ToolException("a conversion is NUMBER UNIT UNIT, not " + arguments);
    }
    try {
      Unit to = unit(parts[2]);
      return convert(new BigDecimal(parts[0]), unit(parts[1]), to) + " " + to.symbol();
    } catch (NumberFormatException e) {
      throw new ToolException("no number: " + parts[0]);
    }
  }

  /**
   * The number of {@code to} in {@code value} of {@code from}.
   *
   * @throws ToolException for units of different dimensions
   */
  public static String convert(BigDecimal value, Unit from, Unit to) {
    if (from.dimension() != to.dimension()) {
      throw new ToolException(from.symbol() + " cannot become " + to.symbol());
    }
    return Calculator.plain(
        value.multiply(from.factor()).divide(to.factor(), MathContext.DECIMAL128));
  }

  private static Unit unit(String name) {
    return Unit.of(name).orElseThrow(() -> new ToolException("no unit is called " + name));
  }
}
