package glassbox.gateway.access;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeysProperties.class)
class AccessConfiguration {

  @Bean
  ApiKeys apiKeys(KeysProperties files, JsonMapper json) throws IOException {
    new LocalKey(new SecureRandom(), json).makeIfAbsent(files);
    return new ApiKeys(files.file(), json);
  }

  @Bean
  WebMvcConfigurer access(ApiKeys keys) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor(keys));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }
}
