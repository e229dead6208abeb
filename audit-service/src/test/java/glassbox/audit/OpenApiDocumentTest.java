package glassbox.audit;

import glassbox.shell.openapi.OpenApiDriftTest;

@AuditTest
class OpenApiDocumentTest extends OpenApiDriftTest {
  OpenApiDocumentTest() {
    super("audit-service");
  }
}
