package glassbox.inference.federation;

import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.LoadedFederations;
import glassbox.engine.registry.Registry;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads and warms the federations before the port opens. */
@Configuration(proxyBeanMethods = false)
class FederationsConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(FederationsConfiguration.class);

  @Bean
  Admission admission(InferenceSettings settings, MeterRegistry meters) {
    Admission admission = new Admission(settings.places(), settings.waitLimit());
    meters.gauge("glassbox.passes.running", admission, Admission::inFlight);
    return admission;
  }

  @Bean
  Federations federations(
      ModelsSettings models,
      InferenceSettings settings,
      Admission admission,
      ObjectProvider<BuildProperties> build) {
    Registry registry = Registry.open(models.directory(), TrustedKeys.read(models.keys()));
    LoadedFederations loaded =
        LoadedFederations.load(
            registry, new DecoderOptions(settings.threads()), admission, version(build));
    loaded.all().forEach(Federation::warmUp);
    LOG.info("{} federations, specialists {}", loaded.all().size(), loaded.specialists());
    return new Federations(registry, loaded, admission, settings.drainLimit());
  }

  @Bean("federationsHealthIndicator")
  HealthIndicator federationsHealth(Federations federations) {
    return () -> (federations.draining() ? Health.outOfService() : Health.up()).build();
  }

  private static String version(ObjectProvider<BuildProperties> build) {
    BuildProperties properties = build.getIfAvailable();
    return properties == null ? "unversioned" : "" + properties.getVersion();
  }
}
