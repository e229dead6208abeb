package glassbox.gateway.access;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are.
 *
 * @param file the keys file (hashes); made on first start if it is absent
 * @param localKey where the first start writes the local key, for this machine's owner
 */
@ConfigurationProperties("glassbox.gateway.keys")
record KeysProperties(
    @DefaultValue(".glassbox/keys.json") Path file,
    @DefaultValue(".glassbox/api-key") Path localKey) {}
