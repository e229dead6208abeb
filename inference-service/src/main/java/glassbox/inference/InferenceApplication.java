package glassbox.inference;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the inference service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@OpenAPIDefinition(
    info =
        @Info(
            title = "Glassbox inference service",
            version = "1",
            description =
                "Answers with a federation of language models and accounts for every token."
                    + " Internal: callers show the service token."),
    tags = {
      @Tag(name = "generations", description = "Answers and scores with their attribution"),
      @Tag(name = "explanations", description = "Which tokens of the input an answer rests on"),
      @Tag(name = "replays", description = "Independent forward passes over sealed blocks"),
      @Tag(name = "specialists", description = "What runs here")
    })
public class InferenceApplication {

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    SpringApplication.run(InferenceApplication.class, arguments);
  }
}
