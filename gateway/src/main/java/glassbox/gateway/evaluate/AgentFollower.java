package glassbox.gateway.evaluate;

import glassbox.esi.field.Field;
import glassbox.esi.orchestration.RunEvent;
import glassbox.esi.orchestration.RunListener;
import org.jspecify.annotations.Nullable;

/** Tells one agent's part of a run, or a run of one. */
final class AgentFollower implements RunListener {
  private final EventFollower stream;
  private final @Nullable String agent;

  AgentFollower(EventFollower stream, @Nullable String agent) {
    this.stream = stream;
    this.agent = agent;
  }

  @Override
  public boolean gone() {
    return stream.gone();
  }

  @Override
  public void on(RunEvent event) {
    switch (event) {
      case RunEvent.TokenWritten written -> token(written);
      case RunEvent.Repairing repairing -> {
        stream.drop(agent);
        stream.now(StreamEvents.repair(agent, repairing));
      }
      case RunEvent.StageBegan began -> {
        if (began.stage().stage().decodes()) {
          stream.drop(agent);
        }
        stream.early(StreamEvents.stage(agent, began));
      }
      case RunEvent.PassEnded ended -> stream.now(StreamEvents.pass(agent, ended.pass()));
      case RunEvent.Judged judged -> stream.now(StreamEvents.verdict(agent, judged.judgement()));
      case RunEvent.ToolRan ran -> stream.now(StreamEvents.tool(agent, ran));
      case RunEvent.Changed changed ->
          stream.early(StreamEvents.parameter(agent, changed.change()));
      case RunEvent.Committed _, RunEvent.Failed _ -> {}
    }
  }

  private void token(RunEvent.TokenWritten written) {
    if (written.entry().field() == Field.ANSWER) {
      stream.answer(agent, StreamEvents.token(agent, written, stream.provisional()));
    } else {
      stream.now(StreamEvents.token(agent, written, false));
    }
  }
}
