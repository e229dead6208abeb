package glassbox.gateway.evaluate;

import glassbox.contracts.generation.TokenAttribution;
import glassbox.critics.Verdict;
import glassbox.esi.judging.Ballot;
import glassbox.esi.orchestration.Judgement;
import glassbox.esi.orchestration.PassRecord;
import glassbox.esi.orchestration.RunEvent;
import glassbox.esi.parameter.ParameterChange;
import glassbox.esi.run.Block;
import glassbox.esi.transcript.Entry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Events of a stream; each names the agent whose it is, none in a run of one. */
final class StreamEvents {
  private StreamEvents() {}

  /** An event with its name. */
  record Named(String name, Object data) {}

  /** A stage that the run came to. */
  @Schema(name = "StageEvent")
  record StageEvent(@Nullable String agent, String stage, boolean fallback, List<String> reasons) {}

  /** A pass that ended; its block is sealed. */
  @Schema(name = "PassEvent")
  record PassEvent(
      @Nullable String agent,
      int number,
      String stage,
      double temperature,
      double topP,
      int drawn,
      int forced,
      @Nullable String block) {}

  /** A token; position counts the answer's side. Fields and roles in lower case. */
  @Schema(name = "TokenEvent")
  record TokenEvent(
      @Nullable String agent,
      int pass,
      int position,
      @Nullable String field,
      @Nullable String role,
      String token,
      boolean forced,
      boolean provisional,
      double logProb,
      double entropy) {}

  /** A ruling of the gate. */
  @Schema(name = "VerdictEvent")
  record VerdictEvent(
      @Nullable String agent,
      String phase,
      boolean open,
      double csa,
      @Nullable Double chi,
      List<String> reasons,
      List<CriticSaid> critics) {}

  /** What a critic said. */
  @Schema(name = "CriticSaid")
  record CriticSaid(String critic, String outcome, boolean mandatory) {}

  /** A block that is redone: the first tokens stay, later ones are void. */
  @Schema(name = "RepairEvent")
  record RepairEvent(@Nullable String agent, String block, List<String> reasons, int kept) {}

  /** A tool that ran. */
  @Schema(name = "ToolEvent")
  record ToolEvent(@Nullable String agent, String id, String tool, boolean failed) {}

  /** A parameter that was changed: by whom, and why. */
  @Schema(name = "ParameterEvent")
  record ParameterEvent(
      @Nullable String agent,
      String parameter,
      double before,
      double after,
      String by,
      String reason) {}

  static Named stage(@Nullable String agent, RunEvent.StageBegan began) {
    return new Named(
        "stage",
        new StageEvent(
            agent,
            lower(began.stage().stage()),
            began.stage().fallback(),
            began.stage().reasons()));
  }

  static Named pass(@Nullable String agent, PassRecord pass) {
    return new Named(
        "pass",
        new PassEvent(
            agent,
            pass.number(),
            lower(pass.stage()),
            pass.heat().temperature(),
            pass.heat().topP(),
            pass.drawn(),
            pass.forced(),
            pass.block().orElse(null)));
  }

  static Named token(@Nullable String agent, RunEvent.TokenWritten written, boolean provisional) {
    Entry entry = written.entry();
    return new Named(
        "token",
        new TokenEvent(
            agent,
            written.pass(),
            written.position(),
            lower(entry.field()),
            lower(entry.role()),
            entry.token().text(),
            entry.token().forced(),
            provisional,
            entry.token().logProb(),
            entry.token().entropy()));
  }

  static Named token(TokenAttribution token, boolean provisional) {
    String text = token.token();
    return new Named(
        "token",
        new TokenEvent(
            null,
            0,
            token.position(),
            null,
            null,
            text == null ? "" : text,
            token.forced(),
            provisional,
            token.jointLogProb(),
            token.entropy()));
  }

  static Named verdict(@Nullable String agent, Judgement judgement) {
    return new Named(
        "verdict",
        new VerdictEvent(
            agent,
            lower(judgement.phase()),
            judgement.open(),
            judgement.csa(),
            judgement.chi().isPresent() ? judgement.chi().get().value() : null,
            judgement.reasons(),
            judgement.ballots().stream().map(StreamEvents::said).toList()));
  }

  private static CriticSaid said(Ballot ballot) {
    String outcome =
        switch (ballot.verdict()) {
          case Verdict.Passed _ -> "passed";
          case Verdict.Flagged _ -> "flagged";
          case Verdict.Unavailable _ -> "unavailable";
        };
    return new CriticSaid(ballot.critic(), outcome, ballot.mandatory());
  }

  static Named repair(@Nullable String agent, RunEvent.Repairing repairing) {
    Block block = repairing.block();
    return new Named(
        "repair", new RepairEvent(agent, block.name(), repairing.reasons(), repairing.kept()));
  }

  static Named tool(@Nullable String agent, RunEvent.ToolRan ran) {
    return new Named(
        "tool", new ToolEvent(agent, ran.fragment().id(), ran.fragment().tool(), ran.failed()));
  }

  static Named parameter(@Nullable String agent, ParameterChange change) {
    return new Named(
        "parameter",
        new ParameterEvent(
            agent,
            change.parameter(),
            change.before(),
            change.after(),
            change.by(),
            change.reason()));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
