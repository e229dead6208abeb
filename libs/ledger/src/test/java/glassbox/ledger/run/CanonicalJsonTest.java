package glassbox.ledger.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

  /** The samples of RFC 8785, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2",
  })
  void writesNumbersAsTheStandardSays(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(EcmaNumber.format(value)).isEqualTo(expected);
  }

  @Property(tries = 5000)
  void writesNumbersThatReadBack(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      String text = EcmaNumber.format(value);
      assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0.0 : value);
      assertThat(text).matches("-?(0|[1-9][0-9]*|[0-9](\\.[0-9]+)?e[+-][0-9]+|[0-9]+\\.[0-9]+)");
    }
  }

  /** The example of RFC 8785, section 3.2.2, and its result in section 3.2.4. */
  @Test
  void writesTheExampleOfTheStandard() {
    String json =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;
    assertThat(new String(CanonicalJson.of(json), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** RFC 8785, section 3.2.3: names sort by UTF-16 code units. */
  @Test
  void sortsNamesByCodeUnits() {
    String json =
        "{\"\u20ac\":1,\"\\r"
            + "\":2,\"\ufb33\":3,\"1\":4,\"\ud83d\ude00\":5,\"\u0080\":6,\"\u00f6\":7}";
    assertThat(new String(CanonicalJson.of(json), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,"
                + "\"\ufb33\":3}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "01",
        "1.",
        ".5",
        "+1",
        "NaN",
        "1e999",
        "\"\\ud800\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"a",
        "[1] 2",
        "nul",
        "{a:1}",
        "[,]",
        "\"\u0001\"",
        "- 1",
        "{\"a\" 1}",
      })
  void refusesWhatIsNotJson(String json) {
    assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void refusesDeepNestingWithoutRunningOutOfStack() {
    assertThatThrownBy(() -> CanonicalJson.of("[".repeat(1_000_000)))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Property(tries = 500)
  void readsStringsAsAnotherParserDoes(@ForAll String text) {
    boolean paired =
        text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    if (paired) {
      JsonMapper mapper = JsonMapper.shared();
      byte[] canonical = CanonicalJson.of(mapper.writeValueAsString(text));
      assertThat(mapper.readValue(canonical, String.class)).isEqualTo(text);
      assertThat(CanonicalJson.of(new String(canonical, StandardCharsets.UTF_8)))
          .isEqualTo(canonical);
    }
  }

  @Test
  void hashesSpellingsOfOneEnvelopeAlike() {
    String hash = RunRecordHash.of("{\"a\":1,\"b\":null,\"c\":[1.50]}");
    assertThat(RunRecordHash.of(" {\"c\": [1.5], \"a\": 1.0e0}")).isEqualTo(hash);
    assertThat(RunRecordHash.of("{\"a\":2,\"c\":[1.5]}")).isNotEqualTo(hash);
  }

  @Test
  void keepsIntegersThatADoubleCannotHold() {
    assertThat(RunRecordHash.of("{\"seed\":9007199254740993}"))
        .isNotEqualTo(RunRecordHash.of("{\"seed\":9007199254740992}"));
    assertThat(
            new String(
                RunRecordHash.canonical("[9007199254740993,9007199254740991,-9007199254740992]"),
                StandardCharsets.UTF_8))
        .isEqualTo("[\"9007199254740993\",9007199254740991,\"-9007199254740992\"]");
  }

  @Test
  void commitsToEveryFieldApart() {
    UUID run = new UUID(1, 2);
    String salt = "5a".repeat(32);
    String hash = ContentCommitment.of(salt, run, null, "b", "c", "d");
    assertThat(ContentCommitment.of(salt, run, null, "b", "c", "d")).isEqualTo(hash);
    assertThat(ContentCommitment.of(salt, run, "", "b", "c", "d")).isNotEqualTo(hash);
    assertThat(ContentCommitment.of(salt, run, "b", null, "c", "d")).isNotEqualTo(hash);
    assertThat(ContentCommitment.of(salt, run, null, "bc", "", "d")).isNotEqualTo(hash);
    assertThat(ContentCommitment.of(salt, new UUID(1, 3), null, "b", "c", "d")).isNotEqualTo(hash);
    assertThatThrownBy(() -> ContentCommitment.of(salt, run, null, null, "\ud800", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
