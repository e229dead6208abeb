package glassbox.audit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.AuditApplication;
import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Another start on the same database. */
@AuditTest
@ExtendWith(OutputCaptureExtension.class)
class MasterKeyStartTest {
  @TempDir Path folder;
  @Autowired private JdbcConnectionDetails database;
  @Autowired private FlywayConnectionDetails owner;

  @Test
  void refusesToStartWithAnotherMasterKeyAndSaysWhy(CapturedOutput output) throws Exception {
    Path other = Files.writeString(folder.resolve("other.key"), "ab".repeat(32));
    assertThatThrownBy(() -> start(other)).hasRootCauseInstanceOf(MasterKeyException.class);
    assertThat(output).contains("holds another master key", "glassbox.audit.master-key-file");
    assertThat(output).doesNotContain("abab");
  }

  @Test
  void refusesToStartWithoutItsMasterKeyAndMakesNoNewOne(CapturedOutput output) {
    Path absent = folder.resolve("absent.key");
    assertThatThrownBy(() -> start(absent)).hasRootCauseInstanceOf(MasterKeyException.class);
    assertThat(output).contains("the master key of this database is not at");
    assertThat(absent).doesNotExist();
  }

  private void start(Path masterKey) {
    new SpringApplicationBuilder(AuditApplication.class)
        .run(
            "--server.port=0",
            "--glassbox.service-token=" + AuditClient.TOKEN,
            "--spring.jmx.enabled=false",
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=" + database.getUsername(),
            "--spring.datasource.password=" + database.getPassword(),
            "--spring.flyway.user=" + owner.getUsername(),
            "--spring.flyway.password=" + owner.getPassword(),
            "--glassbox.audit.master-key-file=" + masterKey)
        .close();
  }
}
