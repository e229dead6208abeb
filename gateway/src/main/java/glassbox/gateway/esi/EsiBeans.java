package glassbox.gateway.esi;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EsiProperties.class, HistoryProperties.class})
class EsiBeans {}
