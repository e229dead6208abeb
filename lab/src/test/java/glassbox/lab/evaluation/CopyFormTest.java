package glassbox.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.label.ConceptType;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.label.SegmentKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopyFormTest {

  @ParameterizedTest
  @EnumSource
  void onlyTheNumberThatIsAskedForIsLabelledAndItStandsInThePrompt(CopyForm form) {
    LabelledText text = form.text("9726", "815");
    Phrase answer = text.phrase(SegmentKind.ANSWER).orElseThrow();
    assertThat(answer.spans())
        .filteredOn(span -> span.concept().type() == ConceptType.NUMBER)
        .extracting(span -> answer.text().substring(span.from(), span.to()))
        .containsExactly("9726");
    assertThat(text.text(SegmentKind.PROMPT)).contains("9726");
  }
}
