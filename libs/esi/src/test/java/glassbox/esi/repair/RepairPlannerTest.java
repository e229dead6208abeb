package glassbox.esi.repair;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.esi.config.RepairUnit;
import glassbox.esi.decoding.Token;
import glassbox.esi.field.Field;
import glassbox.esi.judging.Ballot;
import glassbox.esi.judging.Phase;
import glassbox.esi.judging.Ruling;
import glassbox.esi.run.Stage;
import glassbox.esi.transcript.Entry;
import glassbox.esi.transcript.Placement;
import glassbox.esi.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairPlannerTest {

  /** Pieces; those that the server forced begin with {@code !}. */
  private static Transcript transcript(String... pieces) {
    Placement placement = Placement.behind(Transcript.EMPTY, Stage.DRAFT);
    var entries = new ArrayList<Entry>();
    for (String piece : pieces) {
      boolean forced = piece.startsWith("!");
      String text = forced ? piece.substring(1) : piece;
      boolean special = text.startsWith("[") || text.startsWith("<|");
      entries.add(
          placement.next(new Token(text.hashCode(), text, special, forced, 0, 0, 0, List.of())));
    }
    return Transcript.EMPTY.with(entries);
  }

  private static final Transcript LINES =
      transcript(
          "![Given]",
          " boxes",
          "![Plan]",
          " sum",
          "![Compute]",
          " first",
          "<|call|>",
          "calculator 1+1",
          "!<|result|>",
          "!2 t1",
          "!<|done|>",
          " then",
          "<|call|>",
          "calculator 2+2",
          "!<|result|>",
          "!4 t2",
          "!<|done|>",
          " end",
          "![Checks]",
          " unit",
          "![Trace]",
          " t1 calculator",
          "![Answer]",
          " 4 pens");

  private static final Transcript STEPS =
      transcript(
          "![Given]",
          " it",
          "![Plan]",
          " so",
          "![Compute]",
          " S1: take",
          " 2.",
          " S2: add",
          " 3.",
          " S3: that is",
          " 5",
          "![Checks]",
          " unit",
          "![Trace]",
          " given",
          "![Answer]",
          " 7 m");

  private static Repair repair(
      Transcript transcript, String critic, String passage, RepairUnit unit) {
    int at = transcript.text().lastIndexOf(passage);
    var flagged = new Verdict.Flagged(1, List.of(new Finding("wrong", at, at + passage.length())));
    return RepairPlanner.plan(transcript, ruling(List.of(ballot(critic, flagged)), false), unit);
  }

  private static Ballot ballot(String critic, Verdict verdict) {
    return new Ballot(critic, "1", "00", true, false, verdict);
  }

  private static Ruling ruling(List<Ballot> ballots, boolean unsupported) {
    return new Ruling(
        Phase.ANSWER,
        Ruling.Outcome.SHUT,
        ballots,
        1,
        Optional.empty(),
        unsupported,
        List.of("chi is 0.500, above 0.35"));
  }

  private static String kept(Transcript transcript, Repair repair) {
    return transcript.upTo(repair.kept()).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1+1;TOOL_LINE;[Compute] line 1;[Given] boxes[Plan] sum[Compute]",
        "2+2;TOOL_LINE;[Compute] line 2;<|done|>",
        " end;WAYPOINTS;[Compute] line 3;<|done|>",
        " then;FUNCTION;[Compute] line 2;<|done|>",
        " boxes;TOOL_LINE;[Compute];[Plan] sum",
        " sum;TOOL_LINE;[Plan];[Given] boxes",
        " unit;TOOL_LINE;[Checks]; end",
        "t1 calculator;TOOL_LINE;[Trace];[Checks] unit",
        " 4 pens;TOOL_LINE;[Compute] line 2;<|done|>",
        "2 t1;STEP;[Compute] line 1;[Compute]",
      })
  void redoesTheSmallestBlock(String passage, RepairUnit unit, String block, String endOfKept) {
    Repair repair = repair(LINES, "units", passage, unit);
    assertThat(repair.block().name()).isEqualTo(block);
    assertThat(kept(LINES, repair)).endsWith(endOfKept);
  }

  @Test
  void redoesOneStep() {
    Repair repair = repair(STEPS, "units", " 3.", RepairUnit.STEP);
    assertThat(repair.block().name()).isEqualTo("[Compute] S2");
    assertThat(kept(STEPS, repair)).endsWith(" S1: take 2.");
  }

  @Test
  void redoesAnAnswerThatSaysSomethingElseThanWasComputed() {
    Repair repair = repair(STEPS, "units", " 7 m", RepairUnit.STEP);
    assertThat(repair.block().name()).isEqualTo("[Answer]");
    assertThat(kept(STEPS, repair)).endsWith("[Trace] given");
  }

  @Test
  void redoesTheTraceWhereEvidenceLacksAndTheWorkWhereNobodyNamesAPlace() {
    assertThat(
            RepairPlanner.plan(LINES, ruling(List.of(), true), RepairUnit.TOOL_LINE).block().name())
        .isEqualTo("[Trace]");
    Repair chi = RepairPlanner.plan(LINES, ruling(List.of(), false), RepairUnit.TOOL_LINE);
    assertThat(chi.block().name()).isEqualTo("[Compute]");
    assertThat(kept(LINES, chi)).isEqualTo("[Given] boxes[Plan] sum");
    var nowhere = new Verdict.Flagged(1, List.of(new Finding("no support", 0, 0)));
    assertThat(
            RepairPlanner.plan(
                    LINES, ruling(List.of(ballot("trace", nowhere)), false), RepairUnit.STEP)
                .block()
                .name())
        .isEqualTo("[Trace]");
  }

  @Test
  void hearsMandatoryCriticsFirstAndQuarantinedOnesNever() {
    var early = new Verdict.Flagged(1, List.of(new Finding("early", 8, 13)));
    int at = LINES.text().indexOf("2+2");
    var late = new Verdict.Flagged(1, List.of(new Finding("late", at, at + 3)));
    List<Ballot> ballots =
        List.of(
            new Ballot("lint", "1", "00", false, false, early),
            new Ballot("args", "1", "00", true, true, early),
            new Ballot("units", "1", "00", true, false, late));
    Repair repair = RepairPlanner.plan(LINES, ruling(ballots, false), RepairUnit.TOOL_LINE);
    assertThat(repair.critic()).isEqualTo("units");
    assertThat(repair.diff()).isEqualTo("late: 2+2");
  }

  /** Whatever else is flagged, and by whom. */
  @Test
  void beginsAnewWhereAMandatoryCriticObjectsToGiven() {
    var work = new Verdict.Flagged(1, List.of(new Finding("late", 30, 32)));
    var given =
        new Verdict.Flagged(
            2, List.of(new Finding("early", 30, 32), new Finding("not asked", 8, 13)));
    List<Ballot> ballots = List.of(ballot("args", work), ballot("contradiction", given));
    Repair repair = RepairPlanner.given(LINES, ruling(ballots, false)).orElseThrow();
    assertThat(kept(LINES, repair)).isEmpty();
    assertThat(RepairPrompt.of(repair))
        .startsWith("[Fix] [Given] failed: contradiction: not asked: boxes. ");
  }

  @Test
  void beginsNothingAnewForAnObjectionThatDoesNotCountOrIsElsewhere() {
    var given = new Verdict.Flagged(1, List.of(new Finding("not asked", 8, 13)));
    var nowhere =
        new Verdict.Flagged(
            2, List.of(new Finding("no support", 0, 0), new Finding("far", 9000, 9010)));
    List<Ballot> ballots =
        List.of(
            new Ballot("lint", "1", "00", false, false, given),
            new Ballot("args", "1", "00", true, true, given),
            ballot("units", nowhere),
            ballot("trace", new Verdict.Passed(1)));
    assertThat(RepairPlanner.given(LINES, ruling(ballots, false))).isEmpty();
    assertThat(RepairPlanner.given(Transcript.EMPTY, ruling(ballots, false))).isEmpty();
  }

  @Test
  void survivesOffsetsBeyondTheText() {
    var beyond = new Verdict.Flagged(1, List.of(new Finding("far", 9000, 9010)));
    Repair repair =
        RepairPlanner.plan(LINES, ruling(List.of(ballot("units", beyond)), false), RepairUnit.STEP);
    assertThat(repair.block().name()).isEqualTo("[Compute]");
    assertThat(RepairPlanner.missing(Transcript.EMPTY, Field.GIVEN).kept()).isZero();
  }

  @Test
  void namesCriticAndDiffInItsPrompt() {
    for (String critic : List.of("units", "contradiction", "trace", "args", "compile", "safety")) {
      assertThat(RepairPrompt.of(repair(LINES, critic, "2+2", RepairUnit.TOOL_LINE)))
          .startsWith("[Fix] [Compute] line 2 failed: " + critic + ": wrong: 2+2. ");
    }
  }
}
