package glassbox.gateway.evaluate;

import glassbox.contracts.run.Decision;
import glassbox.shell.run.RunIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens runs with their id and time, and tells when they were answered. */
@Component
final class Register {
  private final RunIds ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Register(RunIds ids, Clock clock, ApplicationEventPublisher events) {
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /** A run that has begun; times are whole milliseconds, so that every store keeps them exactly. */
  record Opened(UUID runId, Instant startedAt) {}

  Opened open() {
    return new Opened(ids.next(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  void answered(Decision decision) {
    events.publishEvent(new RunAnswered(decision));
  }
}
