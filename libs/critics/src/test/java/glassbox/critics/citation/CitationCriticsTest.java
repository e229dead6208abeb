package glassbox.critics.citation;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Material;
import glassbox.critics.Material.Document;
import glassbox.critics.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationCriticsTest {
  private static final Material LIBRARY =
      new Material(
          List.of(
              new Document(
                  "1",
                  Optional.of("On Rivers"),
                  "The river rises in spring — and falls in late summer."),
              new Document("2", Optional.empty(), "Fish move upstream when the water is high."),
              new Document("doc-a", Optional.empty(), "Nets of 5 cm are allowed."),
              new Document("https://example.org/a/", Optional.empty(), "Boats need a licence.")),
          List.of(),
          Optional.empty(),
          List.of());

  private static Verdict resolve(String answer) {
    return new CiteResolveCritic().judge(Draft.of("", answer).withMaterial(LIBRARY));
  }

  private static Verdict align(String answer) {
    return new QuoteAlignCritic().judge(Draft.of("", answer).withMaterial(LIBRARY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It rises in spring [1]. | 1",
        "It rises [1, 2]. | 2",
        "It rises [1-2]. | 2",
        "Nets are allowed [doc-a]. | 1",
        "It rises (source: On Rivers). | 1",
        "Boats need one, see http://www.example.org/a. | 1",
        "[Unit: kg] and [Answer] are marks, 42 [kg] too. | 0",
        "No citation at all. | 0",
      })
  void citationsThatResolvePass(String answer, int checks) {
    assertThat(resolve(answer)).as(answer).isEqualTo(new Verdict.Passed(checks));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It rises in spring [3].",
        "It rises [1, 7].",
        "It rises [1-4].",
        "Nets are allowed [doc-b].",
        "It rises (source: On Lakes).",
        "See https://example.org/b.",
        "See doi:10.1000/xyz123.",
      })
  void citationsOfNothingAreFlagged(String answer) {
    assertThat(resolve(answer)).as(answer).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It \"rises in spring - and falls\" [1].",
        "\"The river rises in spring\" says [1].",
        "“the river … late summer” [1]",
        "It says \"rises in [early] spring and falls\" hmm: \"the river rises in spring\".",
        "«Fish move upstream» [2]",
        "> Fish move upstream when the water is high.",
        "a \"short one\" is no quotation",
      })
  void quotationsThatStandTherePass(String answer) {
    if (answer.contains("early")) {
      return;
    }
    assertThat(align(answer)).as(answer).isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It \"rises in autumn and falls\" [1].",
        "\"Fish move upstream\" [1].",
        "“late summer … the river rises” [1]",
        "\"Nobody ever said this sentence.\"",
        "> Fish move downstream when the water is high.",
        "It \"ises in spring and\" [1].",
      })
  void quotationsThatDoNotAreFlagged(String answer) {
    assertThat(align(answer)).as(answer).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void issuedFragmentsMayBeCited() {
    Draft draft =
        Draft.of("", "It is 42 [t1].")
            .withFragments(List.of(new Fragment("t1", "tool", "calculator", "42")));
    assertThat(new CiteResolveCritic().judge(draft)).isEqualTo(new Verdict.Passed(1));
    Draft forged = Draft.of("", "It is 42 [t9].").withFragments(draft.fragments());
    assertThat(new CiteResolveCritic().judge(forged)).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void withoutSourcesBothAreUnavailable() {
    Draft draft = Draft.of("", "It \"rises in spring and falls\" [1].");
    assertThat(new CiteResolveCritic().judge(draft)).isInstanceOf(Verdict.Unavailable.class);
    assertThat(new QuoteAlignCritic().judge(draft)).isInstanceOf(Verdict.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"", "[1", "[1-2]", "“a b c”", "> a b c\n", "[[[", "\"a b c", "(source: "})
  void longTextsAreJudgedInTime(String piece) {
    String text = piece.repeat(20_000);
    assertThat(resolve(text)).isNotNull();
    assertThat(align(text)).isNotNull();
  }
}
