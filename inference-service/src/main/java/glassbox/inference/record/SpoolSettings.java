package glassbox.inference.record;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where blocks wait for the audit service.
 *
 * @param directory of this process alone
 * @param limit most octets that may wait; beyond it answers are refused
 */
@ConfigurationProperties("glassbox.spool")
public record SpoolSettings(
    @DefaultValue(".glassbox/spool/inference") Path directory,
    @DefaultValue("64MB") DataSize limit) {

  public SpoolSettings {
    if (limit.toBytes() < 0) {
      throw new IllegalArgumentException("glassbox.spool.limit must not be negative");
    }
  }
}
