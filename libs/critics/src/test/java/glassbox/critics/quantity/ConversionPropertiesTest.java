package glassbox.critics.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ConversionPropertiesTest {

  /** A pair of units and how many of the second are one of the first. */
  record Pair(String large, String small, int factor) {}

  private static List<CheckedStatement> check(String text) {
    List<CheckedStatement> checked = Statements.check(text);
    assertThat(checked).as(text).hasSize(1);
    return checked;
  }

  @Property(seed = "17", tries = 500)
  void trueConversionsHoldInEveryPhrasing(
      @ForAll("pairs") Pair pair,
      @ForAll("phrasings") String phrasing,
      @ForAll @IntRange(min = 2, max = 900) int n) {
    String text =
        phrasing.formatted(n + " " + pair.large(), number(n * pair.factor()) + " " + pair.small());
    assertThat(check(text).getFirst().problem()).as(text).isEmpty();
  }

  @Property(seed = "17", tries = 500)
  void conversionsThatAreOffByOneAreFlagged(
      @ForAll("pairs") Pair pair,
      @ForAll("phrasings") String phrasing,
      @ForAll @IntRange(min = 2, max = 900) int n,
      @ForAll boolean above) {
    int wrong = n * pair.factor() + (above ? 1 : -1);
    String text = phrasing.formatted(n + " " + pair.large(), number(wrong) + " " + pair.small());
    assertThat(check(text).getFirst().problem()).as(text).isPresent();
  }

  @Property(seed = "17", tries = 500)
  void wholeNumberArithmeticIsExact(
      @ForAll @IntRange(min = -999, max = 999) int a,
      @ForAll @IntRange(min = 1, max = 999) int b,
      @ForAll @IntRange(min = 1, max = 9) int c,
      @ForAll @IntRange(min = -1, max = 1) int error) {
    String text = "%d + %d × %d = %d".formatted(a, b, c, a + b * c + error);
    assertThat(check(text).getFirst().problem().isPresent()).as(text).isEqualTo(error != 0);
  }

  @Property(seed = "17", tries = 300)
  void sidesCanBeSwapped(@ForAll("pairs") Pair pair, @ForAll @IntRange(min = 2, max = 99) int n) {
    String text = "%d %s = %d %s".formatted(n * pair.factor(), pair.small(), n, pair.large());
    assertThat(check(text).getFirst().problem()).as(text).isEmpty();
  }

  @Property(seed = "17", tries = 300)
  void eachOfManyClausesIsChecked(
      @ForAll("pairs") Pair first, @ForAll("pairs") Pair second, @ForAll boolean wrong) {
    int off = wrong ? 5 : 0;
    String text =
        "First, 3 %s = %d %s, and then 7 %s = %d %s."
            .formatted(
                first.large(),
                3 * first.factor(),
                first.small(),
                second.large(),
                7 * second.factor() + off,
                second.small());
    List<CheckedStatement> checked = Statements.check(text);
    assertThat(checked).as(text).hasSize(2);
    assertThat(checked.get(0).problem()).as(text).isEmpty();
    assertThat(checked.get(1).problem().isPresent()).as(text).isEqualTo(wrong);
  }

  private static String number(int value) {
    return value >= 10_000 ? String.format(Locale.ROOT, "%,d", value) : String.valueOf(value);
  }

  @Provide
  Arbitrary<Pair> pairs() {
    return Arbitraries.of(
        new Pair("kg", "g", 1000),
        new Pair("km", "m", 1000),
        new Pair("m", "cm", 100),
        new Pair("cm", "mm", 10),
        new Pair("l", "ml", 1000),
        new Pair("g", "mg", 1000),
        new Pair("t", "kg", 1000),
        new Pair("h", "min", 60),
        new Pair("min", "s", 60),
        new Pair("kW", "W", 1000),
        new Pair("kJ", "J", 1000),
        new Pair("hours", "minutes", 60),
        new Pair("kilometres", "meters", 1000),
        new Pair("weeks", "days", 7),
        new Pair("m^2", "cm²", 10_000));
  }

  @Provide
  Arbitrary<String> phrasings() {
    return Arbitraries.of(
        "%s is %s.",
        "%s = %s",
        "So %s are %s.",
        "%s equals %s",
        "%s is equal to %s.",
        "%s, which is %s.",
        "%s is the same as %s.",
        "The tank: %s = %s.",
        "**%s** = **%s**",
        "We find that %s corresponds to %s, so we are done.",
        "%s (%s)",
        "It follows that %s is exactly %s");
  }
}
