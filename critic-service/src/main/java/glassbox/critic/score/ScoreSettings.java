package glassbox.critic.score;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where fitted scores are.
 *
 * @param directory folder of the files that {@code lab detection} writes; without it the ones for
 *     the demo models that ship with the service
 */
@ConfigurationProperties("glassbox.critics.scores")
public record ScoreSettings(@Nullable Path directory) {}
