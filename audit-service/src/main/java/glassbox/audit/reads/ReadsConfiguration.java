package glassbox.audit.reads;

import glassbox.shell.run.RunIds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ReadsConfiguration {

  @Bean
  ReadRecorder readRecorder(Reads reads, RunIds ids, Clock clock) {
    return new ReadRecorder(reads, ids, clock);
  }

  @Bean
  WebMvcConfigurer auditedReads(ReadRecorder recorder) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(recorder);
      }
    };
  }
}
