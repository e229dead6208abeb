package glassbox.esi.parameter;

/**
 * One parameter that was changed, by whom and why.
 *
 * @param parameter such as {@code T1}, {@code T2}, {@code S}, {@code profile}
 * @param before its value
 * @param after its value
 * @param by who changed it: {@code auto-heat}, {@code auto-starch}, {@code tool-rule}, {@code
 *     volatility}, {@code fallback}, {@code remedy}
 * @param reason in words
 */
public record ParameterChange(
    String parameter, double before, double after, String by, String reason) {}
