package glassbox.audit.analytics;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Analytics.
 *
 * @param every how long after a round of counting the next begins; above zero
 * @param royaltyKeyFile the key that signs receipts, for its owner only; made when absent
 */
@ConfigurationProperties("glassbox.audit.analytics")
record AnalyticsSettings(
    @DefaultValue("250ms") Duration every,
    @DefaultValue(".glassbox/royalty-signing.key") Path royaltyKeyFile) {
  AnalyticsSettings {
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("glassbox.audit.analytics.every must be above zero");
    }
  }
}
