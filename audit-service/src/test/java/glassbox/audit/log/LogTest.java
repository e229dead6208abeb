package glassbox.audit.log;

import glassbox.audit.AuditTest;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** A test with a log of its own on the tests' server. */
@AuditTest
abstract class LogTest {
  @Autowired private FlywayConnectionDetails server;
  LogBench bench;

  @BeforeEach
  void begin() {
    bench = LogBench.fresh(server);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  /** A copy of a log that has a history already. */
  LogBench copy(String name, Consumer<LogBench> history) {
    return LogBench.copy(server, name, history);
  }
}
