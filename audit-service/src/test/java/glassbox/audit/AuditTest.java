package glassbox.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole service on a real Postgres; all such tests of a JVM share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "glassbox.service-token=" + AuditClient.TOKEN,
      "glassbox.audit.database.port=0",
      "glassbox.audit.database.start-timeout=2m",
      "glassbox.audit.database.absence=10s",
      "glassbox.audit.analytics.royalty-key-file=target/royalty/signing.key",
    })
@ContextConfiguration(initializers = FreshDirectory.class)
public @interface AuditTest {}
