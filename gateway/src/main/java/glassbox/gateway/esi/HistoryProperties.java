package glassbox.gateway.esi;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the parameters' history is.
 *
 * @param file a file of this process alone
 */
@ConfigurationProperties("glassbox.gateway.history")
record HistoryProperties(@DefaultValue(".glassbox/history/parameters.jsonl") Path file) {}
