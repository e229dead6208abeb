package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.contracts.esi.AgentsRecord;
import glassbox.contracts.esi.EsiRecord;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.run.Decision;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.trace.RunTrace;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.Material;
import glassbox.contracts.verdict.Panel;
import glassbox.ledger.run.TraceCommitment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Several agents on one question, with a stand-in that answers each as it is told to. */
class AgentsEdgeTest extends EdgeTest {
  private static final String QUESTION = "How many grams are 3 kg?";
  private static final String AGENTS =
      """
      {"count":3,"max_tokens":200,
       "roles":[{"perspective":"first"},{"perspective":"second"},{"perspective":"third"}]}
      """;

  private static String ask(String agents, String more) {
    return """
    {"model_path":"phases","prompt":"%s","domain":"tools","generation_config":{"seed":5},
     "esi":{"enabled":true,"agents":%s}%s}
    """
        .formatted(QUESTION, agents, more);
  }

  private static void say(String perspective, String... words) {
    PEERS.model.answers.put(perspective, List.of(words));
  }

  private static EsiRecord esi(RunSubmission run) {
    return Objects.requireNonNull(run.envelope().esi());
  }

  private static AgentsRecord agents(RunSubmission run) {
    return Objects.requireNonNull(esi(run).agents());
  }

  @Test
  void theLowestChiAnswersAndWhatIsTheSameInOtherUnitsIsMerged() {
    say("second", " 3", " kg");
    PEERS.chis.put("3 kg", 0.1);

    JsonNode answer = evaluate(ask(AGENTS, "")).isOk().json();

    assertThat(answer.path("decision").asString()).as(answer.toString()).isEqualTo("committed");
    assertThat(answer.path("answer").asString()).isEqualTo("3 kg");
    assertThat(answer.at("/esi/agents").valueStream().map(a -> a.path("answer").asString()))
        .containsExactly("3000 g", "3 kg", "3000 g");
    AgentsRecord agents = agents(PEERS.recorded(answer));
    assertThat(agents.speaker()).isEqualTo("a2");
    assertThat(agents.chosen()).isTrue();
    assertThat(agents.agreeing()).containsExactly("a1", "a3");
    assertThat(agents.dissenting()).isEmpty();
    assertThat(agents.supports()).containsExactlyInAnyOrder("a2.t1", "a1.t1", "a3.t1");
    assertThat(agents.tokens()).isEqualTo(200);
    assertThat(agents.roles()).hasSize(3).allMatch(AgentsRecord.AgentRole::perspective);
    assertThat(agents.others())
        .extracting(AgentsRecord.AgentCourse::agent)
        .containsExactly("a1", "a3");
  }

  @Test
  void oneRecordHoldsEveryPassOfEveryAgent() {
    say("second", " 3", " kg");
    PEERS.chis.put("3 kg", 0.1);

    JsonNode answer = evaluate(ask(AGENTS, "")).isOk().json();

    RunSubmission run = PEERS.recorded(answer);
    EsiRecord esi = esi(run);
    RunEnvelope envelope = run.envelope();
    assertThat(envelope.decision()).isEqualTo(Decision.COMMITTED);
    assertThat(envelope.blocks()).hasSameSizeAs(PEERS.passes()).hasSameSizeAs(esi.passes());
    assertThat(envelope.blocks())
        .extracting(RunEnvelope.BlockHash::pass)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(PEERS.passes()).extracting(GenerationRequest::runId).containsOnly(envelope.runId());
    assertThat(esi.passes()).extracting(EsiRecord.Pass::agent).contains("a1", "a2", "a3");
    EsiRecord.Pass answering = esi.passes().get(envelope.answerIndex());
    assertThat(answering.agent()).isEqualTo("a2");
    assertThat(envelope.seed()).isEqualTo(esi.passes().getFirst().seed());
    assertThat(esi.passes()).extracting(EsiRecord.Pass::seed).doesNotHaveDuplicates();
    assertThat(Objects.requireNonNull(run.content()).answer()).isEqualTo("3 kg");
    assertThat(run.content().tokens()).endsWith(" 3", " kg");
    RunTrace trace = Objects.requireNonNull(run.content().trace());
    assertThat(trace.fragments())
        .extracting(RunTrace.Fragment::id)
        .contains("a1.t1", "a2.t1", "a3.t1")
        .doesNotHaveDuplicates();
    assertThat(trace.claims()).extracting(RunTrace.Claim::text).contains("3 kg", "3000 g");
    assertThat(esi.trace().commitment())
        .isEqualTo(TraceCommitment.of(run.content().salt(), Peers.JSON.writeValueAsString(trace)));
  }

  @Test
  void structureIsSharedOutAndNotMultiplied() {
    EsiRecord six = esi(PEERS.recorded(evaluate(ask("{\"count\":6}", "")).isOk().json()));
    AgentsRecord agents = Objects.requireNonNull(six.agents());

    assertThat(six.starch().share()).isLessThanOrEqualTo(agents.starch() / 6);
    assertThat(agents.others())
        .allSatisfy(o -> assertThat(o.starch().share()).isEqualTo(six.starch().share()));
  }

  @Test
  void criticsHearTheOthersAndOneOfThemComparesAnswers() {
    evaluate(ask(AGENTS, "")).isOk();

    List<CriticRequest> asked = verdictsAskedFor();
    assertThat(asked)
        .allSatisfy(
            request ->
                assertThat(Objects.requireNonNull(request.panel()).critics())
                    .extracting(Panel.Seat::critic)
                    .contains("cross-agent"));
    assertThat(asked)
        .map(request -> Objects.requireNonNull(request.material()).agents())
        .filteredOn(others -> !others.isEmpty())
        .hasSize(3)
        .allSatisfy(
            others ->
                assertThat(others)
                    .hasSize(2)
                    .allMatch(Material.AgentAnswer::passed)
                    .extracting(Material.AgentAnswer::answer)
                    .containsOnly("3000 g"));
  }

  @Test
  void agentsInConflictCommitNothing() {
    say("third", " 4000", " g");
    PEERS.chis.put("4000 g", 0.05);

    JsonNode answer = evaluate(ask(AGENTS, "")).isOk().json();

    assertThat(answer.path("decision").asString())
        .as(answer.path("esi").toString())
        .isEqualTo("withheld");
    assertThat(answer.path("answer").isNull()).isTrue();
    assertThat(answer.at("/esi/reasons/0").asString()).isEqualTo("no agent's gate opened");
    assertThat(answer.at("/esi/agents").valueStream())
        .hasSize(3)
        .allMatch(agent -> agent.path("answer").isNull() && !agent.path("committed").asBoolean());
    RunSubmission run = PEERS.recorded(answer);
    assertThat(run.envelope().decision()).isEqualTo(Decision.PROVISIONAL);
    assertThat(agents(run).chosen()).isFalse();
    assertThat(esi(run).failure()).isNotNull();
    assertThat(Objects.requireNonNull(run.content()).answer()).isEmpty();
  }

  @Test
  void anAgentWithoutTheToolItCallsIsNotChosen() {
    JsonNode answer =
        evaluate(ask("{\"count\":2,\"roles\":[{\"tools\":[\"calculator\"]}]}", "")).isOk().json();

    assertThat(answer.path("decision").asString()).as(answer.toString()).isEqualTo("committed");
    AgentsRecord agents = agents(PEERS.recorded(answer));
    assertThat(agents.speaker()).isEqualTo("a2");
    assertThat(agents.roles())
        .containsExactly(new AgentsRecord.AgentRole("a1", List.of("calculator"), false));
    assertThat(Objects.requireNonNull(agents.others().getFirst().failure()).cause())
        .isEqualTo("gate");
  }

  @Test
  void aPanelThatIsDownIsNeverAPass() {
    PEERS.critic.kill();

    JsonNode answer = evaluate(ask(AGENTS, "")).isOk().json();

    assertThat(answer.path("decision").asString()).isEqualTo("withheld");
    assertThat(PEERS.recorded(answer).envelope().decision()).isEqualTo(Decision.UNGATED);
    assertThat(agents(PEERS.recorded(answer)).chosen()).isFalse();
  }

  @Test
  void modelsThatAreDownAreAProblem() {
    PEERS.inference.instead(
        "/v1/generations",
        aResponse()
            .withStatus(503)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(503, "busy")));

    evaluate(ask(AGENTS, "")).isProblem(503, "inference-unavailable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'count':1}|esi.agents.count",
        "{'count':9}|esi.agents.count",
        "{'max_tokens':0}|esi.agents.max_tokens",
        "{'max_tokens':513}|esi.agents.max_tokens",
        "{'count':2,'roles':[{'perspective':'a'},{'perspective':'b'},{'perspective':'c'}]}"
            + "|esi.agents.roles",
        "{'roles':[{}]}|esi.agents.roles",
        "{'roles':[{'tools':['oven']}]}|esi.agents.roles.tools",
        "{'roles':[{'perspective':' '}]}|esi.agents.roles.perspective",
      })
  void wrongValuesAreNamed(String agents, String field) {
    assertThat(
            evaluate(ask(agents.replace('\'', '"'), "")).isProblem(400, "invalid-request").fields())
        .containsExactly(field);
  }

  @Test
  void agentsGoWithPhasesOnly() {
    String off = ask("{}", "").replace("\"enabled\":true", "\"enabled\":false");
    assertThat(evaluate(off).isProblem(400, "invalid-request").fields())
        .containsExactly("esi.agents");
    String scored = ask("{}", ",\"answer\":\"3000 g\"").replace("\"enabled\":true,", "");
    assertThat(evaluate(scored).isProblem(400, "invalid-request").fields())
        .containsExactly("esi.agents");
    evaluate(ask("{}", "").replace("\"enabled\":true,", "").replace("\"phases\"", "\"demo\""))
        .isProblem(422, "scaffold-unsupported");
    JsonNode one = evaluate(ask("{\"enabled\":false}", "")).isOk().json();
    assertThat(one.at("/esi/record/agents").isNull()).isTrue();
    assertThat(one.at("/esi/agents")).isEmpty();
  }

  private static Stream<JsonNode> data(String events, String name) {
    return Stream.of(events.split("\n\n"))
        .filter(event -> event.startsWith("event: " + name + "\n"))
        .map(event -> Peers.JSON.readTree(event.substring(event.indexOf("data: ") + 6)));
  }

  @Test
  void eventsSayWhichAgentWroteAndOnlyTheChosenAnswers() {
    say("second", " 3", " kg");
    PEERS.chis.put("3 kg", 0.1);

    String events = evaluate(ask(AGENTS, ",\"stream\":true")).isOk().response().body();

    for (String name : List.of("stage", "pass", "token", "tool", "verdict")) {
      assertThat(data(events, name).map(event -> event.path("agent").asString()).distinct())
          .as(name)
          .contains("a2")
          .isSubsetOf("a1", "a2", "a3");
    }
    List<JsonNode> answering =
        data(events, "token").filter(t -> t.path("field").asString().equals("answer")).toList();
    assertThat(answering).isNotEmpty().allMatch(t -> t.path("agent").asString().equals("a2"));
    String before = events.substring(0, events.lastIndexOf("event: verdict"));
    assertThat(before).doesNotContain("\"field\":\"answer\"");
    assertThat(data(events, "commit").map(e -> e.path("answer").asString()))
        .containsExactly("3 kg");
  }

  @Test
  void aClientThatGoesAwayStopsEveryAgent() throws Exception {
    PEERS.inference.slow("/v1/generations", 700);
    int before = PEERS.recorded.size();
    goAwayAt("event: pass", ask(AGENTS, ",\"stream\":true"));
    int asked = PEERS.passes().size();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> PEERS.passes().size() <= asked + 3);
    assertThat(PEERS.passes().size()).isLessThan(10);
    assertThat(PEERS.recorded).hasSize(before);
  }
}
