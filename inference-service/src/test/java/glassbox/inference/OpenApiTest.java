package glassbox.inference;

import glassbox.shell.openapi.OpenApiDriftTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "glassbox.service-token=" + TinyHouse.TOKEN)
@DirtiesContext
class OpenApiTest extends OpenApiDriftTest {
  @TempDir static Path folder;

  OpenApiTest() {
    super("inference-service");
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("glassbox.models.directory", () -> TinyHouse.write(folder.resolve("models")));
    registry.add("glassbox.spool.directory", () -> folder.resolve("spool"));
    registry.add("glassbox.inference.monitor.file", () -> folder.resolve("channels.json"));
  }
}
