package glassbox.critic;

import glassbox.shell.openapi.OpenApiDriftTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "glassbox.service-token=a-token-for-tests")
class OpenApiDocumentTest extends OpenApiDriftTest {
  OpenApiDocumentTest() {
    super("critic-service");
  }
}
