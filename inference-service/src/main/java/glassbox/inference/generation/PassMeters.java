package glassbox.inference.generation;

import glassbox.engine.federation.Outcome;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What passes cost and how well their records add up. */
@Component
class PassMeters {
  private final MeterRegistry registry;

  PassMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  Outcome time(String kind, Supplier<Outcome> pass) {
    Timer.Sample sample = Timer.start(registry);
    Outcome outcome = pass.get();
    sample.stop(registry.timer("glassbox.pass", "kind", kind));
    return outcome;
  }

  void count(Outcome outcome, double maxResidual) {
    registry.counter("glassbox.tokens", "kind", "prompt").increment(outcome.promptTokens());
    registry
        .counter(
            "glassbox.tokens",
            "kind",
            outcome.finish() == Outcome.Finish.SCORED ? "scored" : "generated")
        .increment(outcome.tokens().size());
    DistributionSummary.builder("glassbox.residual.max")
        .baseUnit("nats")
        .register(registry)
        .record(maxResidual);
  }
}
