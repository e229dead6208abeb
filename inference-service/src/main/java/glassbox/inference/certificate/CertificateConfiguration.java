package glassbox.inference.certificate;

import glassbox.inference.federation.Federations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names of the atoms in memory. */
@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

  @Bean
  ConceptNames conceptNames(Federations federations) {
    return new ConceptNames(federations.members());
  }
}
