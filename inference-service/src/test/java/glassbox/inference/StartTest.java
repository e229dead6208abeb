package glassbox.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Models that are not what was signed keep the service from starting. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
  @TempDir Path folder;

  private Throwable start(Path models) {
    return catchThrowable(
        () ->
            SpringApplication.run(
                    InferenceApplication.class,
                    "--server.port=0",
                    "--glassbox.service-token=" + TinyHouse.TOKEN,
                    "--glassbox.models.directory=" + models,
                    "--glassbox.spool.directory=" + folder.resolve("spool"),
                    "--glassbox.inference.monitor.file=" + folder.resolve("channels.json"))
                .close());
  }

  @Test
  void changedWeightsAreRefusedByName(CapturedOutput output) throws Exception {
    Path models = TinyHouse.write(folder.resolve("models"));
    Path weights = models.resolve("general/model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertThat(start(models)).isNotNull();
    assertThat(output.getAll())
        .contains("The models were refused: general/model.safetensors")
        .doesNotContain("\tat ");
  }

  @Test
  void missingModelsAreToldInOneLine(CapturedOutput output) {
    assertThat(start(folder.resolve("nothing"))).isNotNull();
    assertThat(output.getAll()).contains("The models were refused").doesNotContain("\tat ");
  }
}
