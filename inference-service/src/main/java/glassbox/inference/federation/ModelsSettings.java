package glassbox.inference.federation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the models are and whom they are trusted from.
 *
 * @param directory holds manifest.json, manifest.sig and the models
 * @param trustedKeys public Ed25519 keys in PEM; null for {@code trusted-keys.pem} in the directory
 */
@ConfigurationProperties("glassbox.models")
public record ModelsSettings(@DefaultValue("models") Path directory, @Nullable Path trustedKeys) {

  /** The file of the trusted keys. */
  public Path keys() {
    return trustedKeys == null ? directory.resolve("trusted-keys.pem") : trustedKeys;
  }
}
