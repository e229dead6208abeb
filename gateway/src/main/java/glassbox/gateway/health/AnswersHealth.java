package glassbox.gateway.health;

import glassbox.contracts.run.Decision;
import glassbox.gateway.evaluate.RunAnswered;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * How recent answers came out. Down when more than half of the last answers went out without being
 * judged; how many the gate committed is told, not judged.
 */
@Component("answers")
final class AnswersHealth implements HealthIndicator {
  private static final int WINDOW = 100;
  private static final int ENOUGH = 5;

  private final ArrayDeque<Decision> recent = new ArrayDeque<>();
  private final MeterRegistry meters;

  AnswersHealth(MeterRegistry meters) {
    this.meters = meters;
  }

  @EventListener
  synchronized void on(RunAnswered answered) {
    Decision decision = answered.decision();
    meters
        .counter("glassbox.runs", "decision", decision.name().toLowerCase(Locale.ROOT))
        .increment();
    recent.addLast(decision);
    if (recent.size() > WINDOW) {
      recent.removeFirst();
    }
  }

  @Override
  public synchronized Health health() {
    long ungated = count(Decision.UNGATED);
    boolean blind = recent.size() >= ENOUGH && ungated * 2 > recent.size();
    return (blind ? Health.down() : Health.up())
        .withDetail("recent", recent.size())
        .withDetail("committed", count(Decision.COMMITTED))
        .withDetail("provisional", count(Decision.PROVISIONAL))
        .withDetail("ungated", ungated)
        .build();
  }

  private long count(Decision decision) {
    return recent.stream().filter(decision::equals).count();
  }
}
