package glassbox.critic.panel;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where it is kept who is in quarantine.
 *
 * @param file of the history: a file of this process alone
 */
@ConfigurationProperties("glassbox.critics.quarantine")
public record QuarantineSettings(@DefaultValue(".glassbox/history/critics.jsonl") Path file) {}
