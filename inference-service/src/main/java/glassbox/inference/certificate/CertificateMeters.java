package glassbox.inference.certificate;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CertificateSummary;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How many answers are certified, what that costs, and how the deltas are. */
@Component
class CertificateMeters {
  private final MeterRegistry registry;

  CertificateMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Shows what the sampled answers' certificates took of their decode time. */
  void watch(Allowance allowance) {
    registry.gauge("glassbox.certificate.share", allowance, a -> a.sampling().spent());
    registry.gauge("glassbox.certificate.coverage", allowance, a -> a.sampling().coverage());
  }

  void cost(CertificateMode mode, long nanos) {
    registry
        .timer("glassbox.certificate", "mode", mode.name().toLowerCase(Locale.ROOT))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  void count(CertificateSummary summary) {
    registry.counter("glassbox.certificates", "outcome", outcome(summary)).increment();
    if (summary.deltaMean() != null) {
      DistributionSummary.builder("glassbox.certificate.delta.mean")
          .register(registry)
          .record(summary.deltaMean());
    }
  }

  private static String outcome(CertificateSummary summary) {
    if (summary.reason() != null) {
      return summary.reason().name().toLowerCase(Locale.ROOT);
    }
    return Boolean.TRUE.equals(summary.trusted()) ? "trusted" : "not_trusted";
  }
}
