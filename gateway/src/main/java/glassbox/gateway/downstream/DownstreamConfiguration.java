package glassbox.gateway.downstream;

import glassbox.gateway.downstream.DownstreamProperties.Endpoint;
import glassbox.shell.client.ServiceClients;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DownstreamProperties.class)
class DownstreamConfiguration {

  @Bean
  ExecutorService downstreamCalls() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  @Bean
  Lines lines(
      ServiceClients clients, Guards guards, ExecutorService downstreamCalls, JsonMapper json) {
    return new Lines(clients, guards, downstreamCalls, new Failures(json));
  }

  @Bean
  Inference inference(Lines lines, DownstreamProperties properties, JsonMapper json) {
    return new Inference(
        lines.to(Service.INFERENCE, properties.inference().endpoint()),
        new PassEvents(json, lines.failures()));
  }

  @Bean
  Critics critics(Lines lines, DownstreamProperties properties) {
    return new Critics(lines.to(Service.CRITIC, properties.critic().endpoint()));
  }

  @Bean
  Audit audit(Lines lines, DownstreamProperties properties) {
    return new Audit(lines.to(Service.AUDIT, properties.audit().endpoint()));
  }

  @Bean
  Analytics analytics(Lines lines, DownstreamProperties properties) {
    return new Analytics(lines.to(Service.AUDIT, properties.audit().endpoint()));
  }

  /** Makes the guarded line to a service. */
  record Lines(ServiceClients clients, Guards guards, ExecutorService executor, Failures failures) {
    private static final Duration LONGEST_STREAM = Duration.ofHours(6);

    /** The client's own limit comes after the guard's, which says what ran out. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    Line to(Service service, Endpoint endpoint) {
      Guard guard = new Guard(service, guards.shields(service, endpoint), executor, failures);
      return new Line(
          service,
          clients.to(endpoint.url(), endpoint.timeout().plus(SLACK)),
          clients.to(endpoint.url(), LONGEST_STREAM),
          guard);
    }
  }
}
