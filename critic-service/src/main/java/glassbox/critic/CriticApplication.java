package glassbox.critic;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the critic service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@OpenAPIDefinition(
    info =
        @Info(
            title = "Glassbox critic service",
            version = "1",
            description =
                "Judges answers: verdicts of the critics, their agreement (CSA), the clump order"
                    + " parameter chi, and whether the gate commits. Internal: callers show the"
                    + " service token."))
public class CriticApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(CriticApplication.class, args);
  }
}
