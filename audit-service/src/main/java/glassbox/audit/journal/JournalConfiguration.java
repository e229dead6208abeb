package glassbox.audit.journal;

import glassbox.audit.database.DatabaseSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

  /** Beside the log's files: what has to be kept together lies together. */
  @Bean
  JournalHead journalHead(DatabaseSettings database, Environment environment) {
    @Nullable String log = environment.getProperty("glassbox.audit.log.directory");
    Path folder =
        log != null ? Path.of(log) : database.directory().toAbsolutePath().resolveSibling("log");
    return new JournalHead(folder.resolve("journal.head"));
  }
}
