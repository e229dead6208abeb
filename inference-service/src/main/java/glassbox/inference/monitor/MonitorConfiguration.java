package glassbox.inference.monitor;

import glassbox.inference.federation.Federations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The watches, their health and their metrics. */
@Configuration(proxyBeanMethods = false)
class MonitorConfiguration {

  @Bean
  Channels channels(
      Federations federations,
      MonitorSettings settings,
      Clock clock,
      JsonMapper json,
      MeterRegistry meters) {
    Channels channels =
        new Channels(
            federations.members(),
            new WatchFile(settings.file(), json),
            clock,
            settings.answersToFalseAlarm());
    for (Watch watch : channels.watches()) {
      Gauge.builder("glassbox.channel.statistic", watch, Watch::statistic)
          .tag("specialist", watch.specialist())
          .baseUnit("nats")
          .register(meters);
      Gauge.builder("glassbox.channel.suspect", watch, w -> w.suspect() ? 1 : 0)
          .tag("specialist", watch.specialist())
          .register(meters);
    }
    return channels;
  }

  /** Down while a specialist is suspect. */
  @Bean("channelsHealthIndicator")
  HealthIndicator channelsHealth(Channels channels) {
    return () -> {
      List<String> suspects = channels.suspects();
      return (suspects.isEmpty() ? Health.up() : Health.down())
          .withDetail("watched", channels.watches().size())
          .withDetail("suspect", suspects)
          .build();
    };
  }
}
