package glassbox.critic.panel;

import glassbox.critics.safety.SafetyRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The rules of the safety critic.
 *
 * @param rules file of rules in place of those that ship; null for these
 */
@ConfigurationProperties("glassbox.critics.safety")
public record SafetySettings(@Nullable Path rules) {

  SafetyRules read() {
    if (rules == null) {
      return SafetyRules.shipped();
    }
    try {
      return SafetyRules.parse(Files.readString(rules));
    } catch (IOException e) {
      throw new UncheckedIOException("glassbox.critics.safety.rules cannot be read", e);
    }
  }
}
