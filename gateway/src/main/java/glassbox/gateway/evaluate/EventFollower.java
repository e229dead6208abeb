package glassbox.gateway.evaluate;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.esi.field.Field;
import glassbox.esi.orchestration.RunEvent;
import glassbox.esi.orchestration.RunListener;
import glassbox.gateway.downstream.Inference;
import glassbox.gateway.esi.CallerGone;
import glassbox.shell.stream.EventStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells an evaluation as events. What belongs to the answer is held until it is committed and
 * recorded, unless the caller asked for it as provisional. Nothing is written before the first
 * token, so that an early failure is an ordinary problem. A client that went away is found out at
 * the next token, and then all work stops.
 */
final class EventFollower implements Follower, RunListener {
  private final EventStream events;
  private final boolean provisional;
  private final List<StreamEvents.Named> early = new ArrayList<>();
  private final List<StreamEvents.Named> held = new ArrayList<>();
  private boolean begun;
  private volatile boolean gone;

  EventFollower(EventStream events, boolean provisional) {
    this.events = events;
    this.provisional = provisional;
  }

  @Override
  public Generation generation(Inference inference, GenerationRequest request) {
    if (request.answer() != null) {
      return inference.run(request);
    }
    return inference.follow(request, this::plain).orElseThrow(CallerGone::new);
  }

  private boolean plain(TokenAttribution token) {
    answer(StreamEvents.token(token, provisional));
    return !gone;
  }

  @Override
  public RunListener listener() {
    return this;
  }

  @Override
  public boolean gone() {
    return gone;
  }

  @Override
  public void on(RunEvent event) {
    switch (event) {
      case RunEvent.TokenWritten written -> {
        boolean answer = written.entry().field() == Field.ANSWER;
        StreamEvents.Named token = StreamEvents.token(written, answer && provisional);
        if (answer) {
          answer(token);
        } else {
          now(token);
        }
      }
      case RunEvent.Repairing repairing -> {
        held.clear();
        now(StreamEvents.repair(repairing));
      }
      case RunEvent.StageBegan began -> {
        if (began.stage().stage().decodes()) {
          held.clear();
        }
        early(StreamEvents.stage(began));
      }
      case RunEvent.PassEnded ended -> now(StreamEvents.pass(ended.pass()));
      case RunEvent.Judged judged -> now(StreamEvents.verdict(judged.judgement()));
      case RunEvent.ToolRan ran -> now(StreamEvents.tool(ran));
      case RunEvent.Changed changed -> early(StreamEvents.parameter(changed.change()));
      case RunEvent.Committed _, RunEvent.Failed _ -> {}
    }
  }

  private void answer(StreamEvents.Named token) {
    if (provisional) {
      now(token);
    } else {
      held.add(token);
      begin();
      check(events.beat());
    }
  }

  private void early(StreamEvents.Named event) {
    if (begun) {
      now(event);
    } else {
      early.add(event);
    }
  }

  private void now(StreamEvents.Named event) {
    begin();
    send(event);
  }

  private void begin() {
    if (!begun) {
      begun = true;
      early.forEach(this::send);
      early.clear();
    }
  }

  private void send(StreamEvents.Named event) {
    check(events.send(event.name(), event.data()));
  }

  private void check(boolean written) {
    if (!written) {
      gone = true;
    }
  }

  /** Tells the end, after the record is durable; what was held only where it may be seen. */
  void end(EvaluateResponse response) {
    begin();
    if (response.decision() != EvaluateResponse.Outcome.WITHHELD) {
      held.forEach(this::send);
    }
    send(
        new StreamEvents.Named(
            response.decision() == EvaluateResponse.Outcome.COMMITTED ? "commit" : "end",
            response));
  }
}
