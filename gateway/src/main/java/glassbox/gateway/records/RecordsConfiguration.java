package glassbox.gateway.records;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SpoolProperties.class)
class RecordsConfiguration {

  @Bean
  Spool runSpool(SpoolProperties properties) throws IOException {
    return new Spool(
        properties.directory(), properties.maxRecords(), properties.maxSize().toBytes());
  }

  @Bean
  MeterBinder spoolMeters(Spool spool) {
    return (MeterRegistry registry) -> {
      Gauge.builder("glassbox.spool.records", spool, Spool::size)
          .description("records on the local disk that audit does not have yet")
          .register(registry);
      Gauge.builder("glassbox.spool.bytes", spool, Spool::bytes)
          .baseUnit("bytes")
          .register(registry);
    };
  }
}
