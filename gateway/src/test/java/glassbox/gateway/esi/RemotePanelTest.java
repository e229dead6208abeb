package glassbox.gateway.esi;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.verdict.TokenSignal;
import glassbox.contracts.verdict.TokenSignal.Kind;
import glassbox.esi.config.ConfigurationReader;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.decoding.Token;
import glassbox.esi.field.Field;
import glassbox.esi.field.Role;
import glassbox.esi.judging.Inquiry;
import glassbox.esi.judging.Phase;
import glassbox.esi.run.Stage;
import glassbox.esi.trace.Trace;
import glassbox.esi.transcript.Entry;
import glassbox.esi.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RemotePanelTest {
  private static final EsiConfiguration SHIPPED = ConfigurationReader.shipped();

  private static Entry entry(int id, Field field, Role role, Stage stage) {
    boolean marker = role == Role.MARKER;
    String text = marker ? field.marker() : " w" + id;
    return new Entry(
        new Token(id, text, marker, marker, -1, 1, marker ? 0 : .5, List.of(.25, (double) id)),
        field,
        role,
        stage);
  }

  private static List<TokenSignal> signals(List<Entry> transcript, List<Entry> draft) {
    return RemotePanel.signals(
        new Inquiry(
            new UUID(7, 1),
            Phase.ANSWER,
            "?",
            Optional.empty(),
            Transcript.EMPTY.with(transcript),
            draft,
            Trace.EMPTY,
            SHIPPED.domain("general"),
            SHIPPED.bars(),
            List.of()));
  }

  private final Entry given = entry(1, Field.GIVEN, Role.MARKER, Stage.OUTLINE);
  private final Entry compute = entry(2, Field.COMPUTE, Role.MARKER, Stage.DRAFT);
  private final Entry kept = entry(10, Field.COMPUTE, Role.TEXT, Stage.DRAFT);
  private final Entry cut = entry(11, Field.COMPUTE, Role.TEXT, Stage.DRAFT);
  private final Entry repaired = entry(11, Field.COMPUTE, Role.TEXT, Stage.REPAIR);
  private final Entry checks = entry(3, Field.CHECKS, Role.MARKER, Stage.VERIFY);

  @Test
  void draftThatStandsIsMeasuredInPlace() {
    assertThat(signals(List.of(given, compute, kept, cut, checks), List.of(kept, cut)))
        .extracting(TokenSignal::kind)
        .containsExactly(Kind.FORCED, Kind.FORCED, Kind.DRAFT, Kind.DRAFT, Kind.FORCED);
  }

  @Test
  void theStateThatGaveATokenGoesWithIt() {
    assertThat(signals(List.of(given, compute, kept), List.of(kept)))
        .extracting(TokenSignal::embedding)
        .containsExactly(List.of(.25, 1.0), List.of(.25, 2.0), List.of(.25, 10.0));
  }

  /** Entropy is of the draft in its order, loops of what stands: each token once. */
  @Test
  void whatARepairReplacedFollowsWhatWasKept() {
    List<TokenSignal> signals =
        signals(List.of(given, compute, kept, repaired, checks), List.of(kept, cut));
    assertThat(signals)
        .extracting(TokenSignal::kind)
        .containsExactly(
            Kind.FORCED, Kind.FORCED, Kind.DRAFT, Kind.REPLACED, Kind.OTHER, Kind.FORCED);
    assertThat(signals).extracting(TokenSignal::tokenId).containsExactly(1, 2, 10, 11, 11, 3);
  }

  @Test
  void draftThatIsGoneStillHasItsEntropy() {
    assertThat(signals(List.of(given, compute, repaired), List.of(kept, cut)))
        .extracting(TokenSignal::kind)
        .containsExactly(Kind.REPLACED, Kind.REPLACED, Kind.FORCED, Kind.FORCED, Kind.OTHER);
  }
}
