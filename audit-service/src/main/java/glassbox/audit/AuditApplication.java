package glassbox.audit;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the audit service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@OpenAPIDefinition(
    info =
        @Info(
            title = "Glassbox audit service",
            version = "1",
            description =
                "Records sealed blocks and runs, and gives them back. A block that does not add up"
                    + " is refused and raises an alarm. Internal: callers show the service token."))
public class AuditApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(AuditApplication.class, args);
  }
}
