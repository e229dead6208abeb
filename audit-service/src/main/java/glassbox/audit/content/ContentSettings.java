package glassbox.audit.content;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How content is kept.
 *
 * @param masterKeyFile 64 hexadecimal digits that wrap the runs' keys; made on first start, mode
 *     600. Back it up apart from the database: without it no content can be read
 * @param oldMasterKeyFile the master key before this one: permits {@code masterKeyFile} to follow
 *     it, and is destroyed when nothing needs it any more
 */
@ConfigurationProperties("glassbox.audit")
public record ContentSettings(
    @DefaultValue(".glassbox/audit-master.key") Path masterKeyFile,
    @Nullable Path oldMasterKeyFile) {}
