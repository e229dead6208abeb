package glassbox.critic.panel;

import glassbox.critics.trace.TraceSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much evidence a claim needs where no panel says it.
 *
 * @param fragmentsPerClaim independent fragments, at least 1
 */
@ConfigurationProperties("glassbox.critics.trace")
public record TraceProperties(@DefaultValue("2") int fragmentsPerClaim) {
  public TraceProperties {
    var unused = new TraceSettings(fragmentsPerClaim);
  }
}
