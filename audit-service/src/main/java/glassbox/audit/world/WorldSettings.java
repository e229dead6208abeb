package glassbox.audit.world;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the world's tables are, for a database that is not ours; the embedded one has them.
 *
 * @param url JDBC URL; null for none: then tools have no tables
 * @param username of a role that may read the schema {@code world} and nothing else
 * @param password its password
 */
@ConfigurationProperties("glassbox.audit.world")
public record WorldSettings(
    @Nullable String url, @Nullable String username, @Nullable String password) {}
