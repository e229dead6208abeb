package glassbox.esi.tool;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sums, products, quotients, brackets, min, max and abs over decimals. Nothing in it can grow
 * without bound: no powers, no exponents, at most {@value #LONGEST} characters and {@value
 * #DEEPEST} brackets.
 */
public final class Calculator implements Tool {

  private static final int LONGEST = 256;
  private static final int DEEPEST = 32;
  private static final Pattern READABLE =
      Pattern.compile("(?:\\d++(?:\\.\\d*+)?+|\\.\\d++|(?:min|max|abs)\\(|[-+*/(),])++");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{31}");
  private static final Pattern JUXTAPOSED = Pattern.compile("[\\d.)](?:\\(|min|max|abs)|\\)[\\d.]");

  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .mathContext(MathContext.DECIMAL128)
          .operatorDictionary(
              MapBasedOperatorDictionary.ofOperators(
                  Map.entry("+", new InfixPlusOperator()),
                  Map.entry("-", new InfixMinusOperator()),
                  Map.entry("-", new PrefixMinusOperator()),
                  Map.entry("*", new InfixMultiplicationOperator()),
                  Map.entry("/", new InfixDivisionOperator())))
          .functionDictionary(
              MapBasedFunctionDictionary.ofFunctions(
                  Map.entry("MIN", new MinFunction()),
                  Map.entry("MAX", new MaxFunction()),
                  Map.entry("ABS", new AbsFunction())))
          .defaultConstants(Map.of())
          .arraysAllowed(false)
          .structuresAllowed(false)
          .binaryAllowed(false)
          .implicitMultiplicationAllowed(false)
          .build();

  @Override
  public String name() {
    return "calculator";
  }

  @Override
  public String run(String input) {
    String expression = input.replace(" ", "");
    if (expression.length() > LONGEST
        || depth(expression) > DEEPEST
        || LONG_NUMBER.matcher(expression).find()) {
      throw new ToolException("the expression is too long or too deep");
    }
    if (!READABLE.matcher(expression).matches() || JUXTAPOSED.matcher(expression).find()) {
      throw new ToolException("cannot read " + input);
    }
    try {
      EvaluationValue value = new Expression(expression, CONFIGURATION).evaluate();
      if (!value.isNumberValue()) {
        throw new ToolException("that is no number");
      }
      return Decimals.plain(value.getNumberValue());
    } catch (BaseException e) {
      throw new ToolException(reason(e));
    }
  }

  private static String reason(BaseException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("zero") ? "division by zero" : message;
  }

  private static int depth(String expression) {
    int depth = 0;
    int deepest = 0;
    for (char c : expression.toCharArray()) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
