package glassbox.audit.retention;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long runs are kept.
 *
 * @param retention for example {@code 7y}, {@code 18m} or {@code P7Y}, at least a month; unset: for
 *     ever
 */
@ConfigurationProperties("glassbox.audit")
public record RetentionSettings(@Nullable Period retention) {
  private static final LocalDate ANY = LocalDate.of(2026, 1, 31);

  public RetentionSettings {
    if (retention != null && ANY.plus(retention).isBefore(ANY.plusMonths(1))) {
      throw new IllegalArgumentException("glassbox.audit.retention must be at least a month");
    }
  }
}
