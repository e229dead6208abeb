package glassbox.house.documents;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.house.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script says in one line what is wrong with its environment. */
class ScriptTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "GLASSBOX_PORT_BASE, abc",
    "GLASSBOX_PORT_BASE, 0",
    "GLASSBOX_PORT_BASE, 08080",
    "GLASSBOX_PORT_BASE, 70000",
    "GLASSBOX_AUDIT_PORT, -1",
  })
  void refusesWhatIsNoPort(String variable, String value) throws Exception {
    assertThat(status(variable, value))
        .isEqualTo("1 glassbox: %s is not a port: %s\n".formatted(variable, value));
  }

  private String status(String variable, String value) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(Repository.root().resolve("glassbox").toString(), "status")
            .redirectErrorStream(true);
    script.environment().put("GLASSBOX_HOME", home.toString());
    script.environment().put(variable, value);
    Process process = script.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() + " " + output;
  }
}
