package glassbox.audit.log;

import glassbox.audit.database.DatabaseSettings;
import glassbox.audit.seal.RowAudit;
import glassbox.audit.seal.RowSeal;
import glassbox.ledger.tile.FileTiles;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LogConfiguration {

  @Bean
  @DependsOnDatabaseInitialization
  TransparencyLog transparencyLog(
      DataSource dataSource,
      LogSettings settings,
      DatabaseSettings database,
      Clock clock,
      MeterRegistry registry,
      RowSeal seals,
      List<RowAudit> rows) {
    return new TransparencyLog(
        dataSource,
        settings.beside(database.directory()),
        clock,
        new LogMeters(registry),
        seals,
        rows);
  }

  @Bean
  LogReader logReader(LogSettings settings, DatabaseSettings database) {
    return new LogReader(
        new FileTiles(Objects.requireNonNull(settings.beside(database.directory()).directory())));
  }
}
