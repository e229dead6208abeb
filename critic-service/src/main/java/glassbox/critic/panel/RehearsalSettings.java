package glassbox.critic.panel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the critics rehearse on when the service is ready.
 *
 * @param groups of nine drafts; 0 for no rehearsal
 */
@ConfigurationProperties("glassbox.critics.rehearsal")
public record RehearsalSettings(@DefaultValue("40") int groups) {
  public RehearsalSettings {
    if (groups < 0 || groups > 10_000) {
      throw new IllegalArgumentException("glassbox.critics.rehearsal.groups must be 0 to 10000");
    }
  }
}
