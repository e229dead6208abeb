package glassbox.gateway.edge;

import glassbox.gateway.GatewayApplication;
import glassbox.shell.openapi.OpenApiDriftTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "glassbox.service-token=0123456789abcdef-test")
class GatewayDocumentTest extends OpenApiDriftTest {

  GatewayDocumentTest() {
    super("gateway");
  }

  @DynamicPropertySource
  static void files(DynamicPropertyRegistry properties) throws IOException {
    Path home = Files.createTempDirectory("gateway-document");
    properties.add("glassbox.gateway.keys.file", () -> home.resolve("keys.json").toString());
    properties.add("glassbox.gateway.keys.local-key", () -> home.resolve("api-key").toString());
    properties.add("glassbox.gateway.spool.directory", () -> home.resolve("spool").toString());
  }
}
