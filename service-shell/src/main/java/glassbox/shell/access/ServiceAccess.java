package glassbox.shell.access;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How services know one another.
 *
 * @param serviceToken the shared secret; the file is preferred
 * @param serviceTokenFile a file that holds it
 * @param serviceTokenRequired whether callers must show it; false only for the public gateway
 */
@ConfigurationProperties("glassbox")
public record ServiceAccess(
    @Nullable String serviceToken,
    @Nullable Path serviceTokenFile,
    @DefaultValue("true") boolean serviceTokenRequired) {

  /**
   * The secret.
   *
   * @throws IllegalStateException when none is configured
   */
  public ServiceToken token() {
    if (serviceTokenFile != null) {
      return ServiceToken.read(serviceTokenFile);
    }
    if (serviceToken != null) {
      return ServiceToken.of(serviceToken);
    }
    throw new IllegalStateException(
        "no service token: set glassbox.service-token-file (or GLASSBOX_SERVICE_TOKEN_FILE)");
  }

  @Override
  public String toString() {
    return "ServiceAccess[serviceTokenRequired=" + serviceTokenRequired + "]";
  }
}
