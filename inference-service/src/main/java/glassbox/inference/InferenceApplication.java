package glassbox.inference;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the inference service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class InferenceApplication {

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    SpringApplication.run(InferenceApplication.class, arguments);
  }
}
