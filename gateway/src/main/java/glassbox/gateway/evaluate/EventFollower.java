package glassbox.gateway.evaluate;

import glassbox.contracts.esi.AgentsRecord;
import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.esi.orchestration.RunListener;
import glassbox.gateway.downstream.Inference;
import glassbox.gateway.esi.CallerGone;
import glassbox.shell.stream.EventStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells an evaluation as events. What belongs to the answer is held until it is committed and
 * recorded, unless the caller asked for it as provisional. Nothing is written before the first
 * token, so that an early failure is an ordinary problem. A client that went away is found out at
 * the next token, and then all work stops, that of every agent. Agents tell theirs from threads of
 * their own, one event at a time.
 */
final class EventFollower implements Follower {
  private static final String ALONE = "";

  private final EventStream events;
  private final boolean provisional;
  private final List<StreamEvents.Named> early = new ArrayList<>();
  private final Map<String, List<StreamEvents.Named>> held = new HashMap<>();
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
    answer(null, StreamEvents.token(token, provisional));
    return !gone;
  }

  @Override
  public RunListener listener(@Nullable String agent) {
    return new AgentFollower(this, agent);
  }

  boolean gone() {
    return gone;
  }

  boolean provisional() {
    return provisional;
  }

  /** A token of an agent's answer. */
  synchronized void answer(@Nullable String agent, StreamEvents.Named token) {
    if (provisional) {
      now(token);
    } else {
      held(agent).add(token);
      begin();
      check(events.beat());
    }
  }

  /** What an agent answered is void. */
  synchronized void drop(@Nullable String agent) {
    held(agent).clear();
  }

  private List<StreamEvents.Named> held(@Nullable String agent) {
    return held.computeIfAbsent(agent == null ? ALONE : agent, _ -> new ArrayList<>());
  }

  /** What waits for the first token. */
  synchronized void early(StreamEvents.Named event) {
    if (begun) {
      now(event);
    } else {
      early.add(event);
    }
  }

  synchronized void now(StreamEvents.Named event) {
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
  synchronized void end(EvaluateResponse response) {
    begin();
    if (response.decision() != EvaluateResponse.Outcome.WITHHELD) {
      held(speaker(response)).forEach(this::send);
    }
    send(
        new StreamEvents.Named(
            response.decision() == EvaluateResponse.Outcome.COMMITTED ? "commit" : "end",
            response));
  }

  private static @Nullable String speaker(EvaluateResponse response) {
    EvaluateResponse.Course course = response.esi();
    AgentsRecord agents = course == null ? null : course.record().agents();
    return agents == null ? null : agents.speaker();
  }
}
