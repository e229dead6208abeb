package glassbox.shell;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a service.
 *
 * @param requestLimit most octets of a request body
 * @param connectTimeout most time to connect to another service
 */
@ConfigurationProperties("glassbox.http")
public record ShellSettings(
    @DefaultValue("2MB") DataSize requestLimit, @DefaultValue("1s") Duration connectTimeout) {

  public ShellSettings {
    if (requestLimit.toBytes() < 1) {
      throw new IllegalArgumentException("glassbox.http.request-limit must be at least one byte");
    }
    if (connectTimeout.isNegative() || connectTimeout.isZero()) {
      throw new IllegalArgumentException("glassbox.http.connect-timeout must be above zero");
    }
  }
}
