package glassbox.inference.record;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the audit service is.
 *
 * @param url its base
 * @param readTimeout most time until it answers
 */
@ConfigurationProperties("glassbox.audit")
public record AuditSettings(
    @DefaultValue("http://127.0.0.1:8083") URI url, @DefaultValue("5s") Duration readTimeout) {

  public AuditSettings {
    if (readTimeout.isNegative() || readTimeout.isZero()) {
      throw new IllegalArgumentException("glassbox.audit.read-timeout must be above zero");
    }
  }
}
