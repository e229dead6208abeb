package glassbox.critic.panel;

import glassbox.critics.contradiction.ContradictionSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How contradictions are found.
 *
 * @param confidence least confidence that counts, in (0, 1]
 * @param encoder directory of a cross-encoder in Hugging Face layout that is asked beside the
 *     rules; null for the rules alone
 */
@ConfigurationProperties("glassbox.critics.contradiction")
public record ContradictionProperties(
    @DefaultValue("0.6") double confidence, @Nullable Path encoder) {
  public ContradictionProperties {
    var unused = new ContradictionSettings(confidence);
  }
}
