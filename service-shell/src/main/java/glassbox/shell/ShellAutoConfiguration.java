package glassbox.shell;

import glassbox.shell.access.ServiceAccess;
import glassbox.shell.access.ServiceTokenFilter;
import glassbox.shell.client.ServiceClients;
import glassbox.shell.json.StrictJson;
import glassbox.shell.problem.ProblemAdvice;
import glassbox.shell.problem.ProblemErrorController;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.Problems;
import glassbox.shell.run.RunIds;
import glassbox.shell.run.TimeOrderedRunIds;
import glassbox.shell.web.BodyLimitFilter;
import glassbox.shell.web.ProblemReportValve;
import glassbox.shell.web.SecurityHeadersFilter;
import glassbox.shell.web.Utf8Filter;
import java.security.SecureRandom;
import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** What every service gets by depending on the shell. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@EnableConfigurationProperties({ShellSettings.class, ServiceAccess.class})
@Import({ProblemAdvice.class, ProblemErrorController.class})
public class ShellAutoConfiguration {

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return StrictJson::apply;
  }

  @Bean
  Problems problems(JsonMapper mapper, ObjectProvider<ProblemMapping> mappings) {
    return new Problems(mapper, mappings.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  RunIds runIds(Clock clock) {
    return new TimeOrderedRunIds(clock, new SecureRandom());
  }

  @Bean
  ServiceClients serviceClients(
      RestClient.Builder builder, ServiceAccess access, ShellSettings settings) {
    return new ServiceClients(builder, access.token(), settings.connectTimeout());
  }

  @Bean
  FilterRegistrationBean<SecurityHeadersFilter> securityHeaders() {
    return first(new SecurityHeadersFilter(), 0);
  }

  @Bean
  @ConditionalOnProperty(
      name = "glassbox.service-token-required",
      havingValue = "true",
      matchIfMissing = true)
  FilterRegistrationBean<ServiceTokenFilter> serviceTokens(
      ServiceAccess access, Problems problems) {
    return first(new ServiceTokenFilter(access.token(), problems), 1);
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit(ShellSettings settings, Problems problems) {
    return first(new BodyLimitFilter(settings.requestLimit(), problems), 2);
  }

  @Bean
  FilterRegistrationBean<Utf8Filter> utf8() {
    return first(new Utf8Filter(), 3);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsBelowTheServlet() {
    TomcatContextCustomizer errors =
        context ->
            ((StandardHost) context.getParent())
                .setErrorReportValveClass(ProblemReportValve.class.getName());
    return factory -> factory.addContextCustomizers(errors);
  }

  private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(
      F filter, int place) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10 + place);
    return registration;
  }
}
