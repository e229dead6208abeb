package glassbox.shell.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads doubles from JSON numbers only, finite ones only. Jackson's own reads the strings "NaN" and
 * "Infinity" whatever its coercion rules say, and 1e999 as infinity.
 */
final class FiniteNumbers extends StdScalarDeserializer<Double> {

  private final boolean primitive;

  private FiniteNumbers(Class<Double> type) {
    super(type);
    this.primitive = type.isPrimitive();
  }

  static JacksonModule module() {
    return new SimpleModule("finite-numbers")
        .addDeserializer(Double.class, new FiniteNumbers(Double.class))
        .addDeserializer(double.class, new FiniteNumbers(double.class));
  }

  @Override
  public Double deserialize(JsonParser parser, DeserializationContext context) {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      return (Double) context.handleUnexpectedToken(getValueType(context), parser);
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      return context.reportInputMismatch(this, "not a finite number");
    }
    return value;
  }

  @Override
  public @Nullable Object getNullValue(DeserializationContext context) {
    return primitive ? context.reportInputMismatch(this, "a number is required") : null;
  }
}
