package glassbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One stack through its life: answers first, then bad input, then outages. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class StackIT {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path home;

  static Stack stack;
  static Api api;

  @BeforeAll
  static void start() throws IOException {
    stack = new Stack(home);
    stack.up();
    api = new Api(stack);
  }

  @AfterAll
  static void stop() {
    api.close();
    stack.close();
    assertThat(stack.glassbox("status").text()).doesNotContain("ready");
  }

  @Nested
  @Order(1)
  class Answers extends AnswerTests {}

  @Nested
  @Order(2)
  class Refusals extends RefusalTests {}

  @Nested
  @Order(3)
  class Phases extends PhaseTests {}

  @Nested
  @Order(4)
  class Outages extends OutageTests {}
}
