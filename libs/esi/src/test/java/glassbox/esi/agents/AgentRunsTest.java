package glassbox.esi.agents;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Verdict;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.decoding.Pass;
import glassbox.esi.field.Field;
import glassbox.esi.judging.AgentAnswer;
import glassbox.esi.judging.CriticPanel;
import glassbox.esi.judging.Inquiry;
import glassbox.esi.judging.Phase;
import glassbox.esi.orchestration.Course;
import glassbox.esi.orchestration.Panels;
import glassbox.esi.orchestration.PassRecord;
import glassbox.esi.orchestration.RunListener;
import glassbox.esi.orchestration.ScriptedDecoder;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.Diagnostic;
import glassbox.esi.run.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentRunsTest {

  private final ExecutorService executor = Executors.newFixedThreadPool(3);
  private final EsiConfiguration configuration = Course.with();
  private final List<ScriptedDecoder> decoders = new ArrayList<>();

  @AfterEach
  void close() {
    executor.shutdownNow();
  }

  private ScriptedDecoder answering(String answer, double entropy) {
    ScriptedDecoder decoder = ScriptedDecoder.pens().say(Field.ANSWER, " " + answer + "<|end|>");
    decoder.draftEntropy = entropy;
    decoders.add(decoder);
    return decoder;
  }

  private Consensus run(CriticPanel panel) throws InterruptedException {
    return run(panel, Agreement.NO_CONFLICT);
  }

  private Consensus run(CriticPanel panel, Agreement agreement) throws InterruptedException {
    var agents = new ArrayList<Agent>();
    Course first = new Course(decoders.getFirst());
    for (int i = 0; i < decoders.size(); i++) {
      Course course = new Course(decoders.get(i));
      course.panel = panel;
      var hears = new Agent.Heard(course.order().prompt(), course.order().context());
      agents.add(new Agent("a" + i, new UUID(7, i), hears, course.ports(), RunListener.SILENT));
    }
    return new AgentRuns(configuration, Aggregation.byEvidence(), executor)
        .run(first.order(), Parameters.of(configuration, "general"), agents, agreement);
  }

  @Test
  void choosesTheLowestChiAndMergesWhatIsTheSameInOtherUnits() throws InterruptedException {
    answering("0.42 t", 0.6);
    answering("420 kg", 0.8);
    answering("421 kg", 0.7);
    Consensus consensus = run(Panels.passing());
    assertThat(consensus.answer()).contains("420 kg");
    assertThat(consensus.agreeing()).containsExactly("a0");
    assertThat(consensus.dissenting()).containsExactly("a2");
    assertThat(consensus.supports())
        .containsExactly(new Support("a1", "t1"), new Support("a0", "t1"));
    assertThat(consensus.cooled()).isFalse();
  }

  @Test
  void failsWhereNoAgentPassesHoweverLowItsChi() throws InterruptedException {
    answering("420 pens", 0.9);
    answering("420 pens", 0.9);
    Consensus consensus =
        run(
            Panels.of(
                (critic, inquiry) ->
                    critic.equals("units")
                        ? Panels.flag(inquiry, "12*35")
                        : new Verdict.Passed(1)));
    assertThat(consensus.chosen()).isEmpty();
    assertThat(consensus.answer()).isEmpty();
    assertThat(consensus.runs()).allMatch(run -> run.report().end().stage() == Stage.FAIL);
  }

  @Test
  void choosesAmongThoseWhoPassedOnly() throws InterruptedException {
    answering("999 pens", 0.9);
    answering("420 pens", 0.5);
    Consensus consensus =
        run(
            Panels.of(
                (critic, inquiry) ->
                    inquiry.transcript().text(Field.ANSWER).contains("999")
                            && critic.equals("units")
                        ? Panels.flag(inquiry, "999 pens")
                        : new Verdict.Passed(1)));
    assertThat(consensus.answer()).contains("420 pens");
    assertThat(consensus.dissenting()).isEmpty();
  }

  @Test
  void tellsEachCriticWhatTheOthersAnswered() throws InterruptedException {
    answering("420 pens", 0.7);
    answering("421 pens", 0.6);
    Map<UUID, List<AgentAnswer>> heard = new ConcurrentHashMap<>();
    CriticPanel passing = Panels.passing();
    run(
        (Inquiry inquiry) -> {
          if (inquiry.phase() == Phase.ANSWER) {
            heard.put(inquiry.runId(), inquiry.others());
          }
          return passing.judge(inquiry);
        });
    assertThat(heard.get(new UUID(7, 0))).containsExactly(new AgentAnswer("a1", "421 pens", true));
    assertThat(heard.get(new UUID(7, 1))).containsExactly(new AgentAnswer("a0", "420 pens", true));
  }

  @Test
  void coolsAllDraftsWherePlansDiffer() throws InterruptedException {
    for (String plan : List.of(" calculator", " by heart", " ask the tool")) {
      answering("420 pens", 0.7).say(Field.PLAN, plan + "[Compute]");
    }
    Consensus consensus = run(Panels.passing());
    assertThat(consensus.cooled()).isTrue();
    for (ScriptedDecoder decoder : decoders) {
      assertThat(
              decoder.passes.stream()
                  .filter(pass -> pass.stage() == Stage.DRAFT)
                  .map(pass -> pass.heat().temperature()))
          .containsOnly(0.75);
    }
    assertThat(decoders.stream().map(d -> d.passes.getFirst()).map(Pass::seed))
        .doesNotHaveDuplicates();
  }

  @Test
  void splitsTheShareOfStructure() throws InterruptedException {
    answering("420 pens", 0.7);
    answering("420 pens", 0.7);
    answering("420 pens", 0.7);
    answering("420 pens", 0.7);
    assertThat(run(Panels.passing()).runs())
        .allSatisfy(run -> assertThat(run.report().starch()).isEqualTo(0.01));
  }

  private static Verdict compared(String critic, Inquiry inquiry) {
    String own = inquiry.transcript().said(Field.ANSWER).strip();
    boolean alone =
        inquiry.phase() == Phase.CHECKS
            || inquiry.others().stream()
                .filter(AgentAnswer::passed)
                .allMatch(other -> FrameIsometry.equivalent(own, other.answer()));
    return critic.equals(AgentAnswer.CRITIC) && !alone
        ? Panels.flag(inquiry, own)
        : new Verdict.Passed(1);
  }

  @Test
  void aConflictShutsEveryGateUntilARepairEndsIt() throws InterruptedException {
    answering("Arlen", 0.7);
    answering("Bosk", 0.6).say(Field.ANSWER, " Bosk<|end|>", " Arlen<|end|>");
    Consensus consensus = run(Panels.of(AgentRunsTest::compared));
    assertThat(consensus.answer()).contains("Arlen");
    assertThat(consensus.chosen().orElseThrow().agent()).isEqualTo("a0");
    assertThat(consensus.agreeing()).containsExactly("a1");
    assertThat(consensus.runs())
        .allSatisfy(run -> assertThat(run.report().end().repairs()).isEqualTo(1));
  }

  @Test
  void agentsThatStayInConflictCommitNothing() throws InterruptedException {
    answering("Arlen", 0.7);
    answering("Bosk", 0.6);
    Consensus consensus = run(Panels.of(AgentRunsTest::compared));
    assertThat(consensus.chosen()).isEmpty();
    assertThat(consensus.runs())
        .allSatisfy(run -> assertThat(run.report().end().stage()).isEqualTo(Stage.FAIL));
  }

  /** As the critic itself: silent where no other agent passed. */
  private static Verdict confirmed(String critic, Inquiry inquiry) {
    boolean alone = inquiry.others().stream().noneMatch(AgentAnswer::passed);
    return critic.equals(AgentAnswer.CRITIC) && alone
        ? new Verdict.Unavailable("no other agent's answer passed its gate")
        : compared(critic, inquiry);
  }

  private static Verdict failingFor999(String critic, Inquiry inquiry) {
    boolean wrong = inquiry.transcript().text(Field.COMPUTE).contains("999");
    return critic.equals("units") && wrong
        ? Panels.flag(inquiry, "999")
        : confirmed(critic, inquiry);
  }

  @Test
  void whereAgreementIsAskedForEqualAnswersCommit() throws InterruptedException {
    answering("420 pens", 0.7);
    answering("420 pens", 0.6);
    Consensus consensus = run(Panels.of(AgentRunsTest::confirmed), Agreement.CONFIRMED);
    assertThat(consensus.answer()).contains("420 pens");
    assertThat(consensus.agreeing()).hasSize(1);
  }

  @Test
  void whereAgreementIsAskedForNobodyCommitsAlone() throws InterruptedException {
    answering("420 pens", 0.7);
    answering("420 pens", 0.6).say(Field.COMPUTE, " about 999 pens[Checks]");
    CriticPanel panel = Panels.of(AgentRunsTest::failingFor999);
    assertThat(run(panel, Agreement.NO_CONFLICT).answer()).contains("420 pens");
    assertThat(run(panel, Agreement.CONFIRMED).chosen()).isEmpty();
  }

  @Test
  void numbersPassesApartSoThatOneRecordHoldsThemAll() throws InterruptedException {
    answering("420 pens", 0.7);
    answering("420 pens", 0.6);
    List<Integer> numbers =
        run(Panels.passing()).runs().stream()
            .flatMap(run -> run.report().passes().stream())
            .map(PassRecord::number)
            .toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates().contains(0, 1000);
  }

  @Test
  void aConflictDoesNotEndByAnAgentThatFailsInItsRepair() throws InterruptedException {
    answering("Arlen", 0.7).say(Field.ANSWER, " Arlen<|end|>", "<|end|>");
    answering("Bosk", 0.6);
    Consensus consensus = run(Panels.of(AgentRunsTest::compared));
    assertThat(consensus.runs().getFirst().report().end().diagnostic())
        .extracting("cause")
        .isEqualTo(Diagnostic.Cause.MALFORMED);
    assertThat(consensus.chosen()).isEmpty();
  }
}
