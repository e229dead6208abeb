package glassbox.esi.tool;

import glassbox.critics.quantity.NamedUnit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts between units of one dimension: {@code 3 kg g} gives {@code 3000 g}. */
public final class Converter implements Tool {

  private final Map<String, NamedUnit> own = new HashMap<>();

  /**
   * A converter over the known units and some more.
   *
   * @throws IllegalArgumentException when an own unit rests on an unknown one
   */
  public Converter(List<OwnUnit> units) {
    for (OwnUnit unit : units) {
      NamedUnit base =
          NamedUnit.of(unit.unit())
              .orElseThrow(() -> new IllegalArgumentException("no unit is called " + unit.unit()));
      NamedUnit made = base.times(unit.value(), unit.names().getFirst());
      unit.names().forEach(name -> own.put(name, made));
    }
  }

  @Override
  public String name() {
    return "convert";
  }

  @Override
  public String run(String input) {
    String[] parts = input.strip().split(" +");
    if (parts.length != 3) {
      throw new ToolException("a conversion is NUMBER UNIT UNIT");
    }
    BigDecimal value = Decimals.read(parts[0]);
    NamedUnit from = unit(parts[1]);
    NamedUnit to = unit(parts[2]);
    try {
      return Decimals.plain(from.convert(value, to)) + " " + to.symbol();
    } catch (IllegalArgumentException e) {
      throw new ToolException(String.valueOf(e.getMessage()));
    }
  }

  private NamedUnit unit(String name) {
    return Optional.ofNullable(own.get(name))
        .or(() -> NamedUnit.of(name))
        .orElseThrow(() -> new ToolException("no unit is called " + name));
  }
}
