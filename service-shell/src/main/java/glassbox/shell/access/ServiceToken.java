package glassbox.shell.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The secret that the services share. Never printed. */
public final class ServiceToken {

  /** The header that carries it. */
  public static final String HEADER = "X-Glassbox-Service-Token";

  private static final int SHORTEST = 16;

  private final String value;

  private ServiceToken(String value) {
    if (value.length() < SHORTEST) {
      throw new IllegalStateException(
          "the service token has under 16 characters: set glassbox.service-token-file to a file"
              + " with a longer one");
    }
    this.value = value;
  }

  /** The token {@code value}, at least 16 characters. */
  public static ServiceToken of(String value) {
    return new ServiceToken(value);
  }

  static ServiceToken read(Path file) {
    try {
      return new ServiceToken(Files.readString(file).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the service token from " + file, unreadable);
    }
  }

  /** The header's value. */
  public String value() {
    return value;
  }

  /** Whether {@code candidate} is the token, in time that does not depend on where they differ. */
  boolean matches(@Nullable String candidate) {
    return candidate != null
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "ServiceToken[hidden]";
  }
}
