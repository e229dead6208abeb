package glassbox.ledger.block;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Where salts come from: 32 bytes in lower-case hex, each time new and not to be guessed. */
@FunctionalInterface
public interface SaltSource {
  /** The next salt. */
  String next();

  /** Salts drawn from a generator: a cryptographic one in service, a seeded one in tests. */
  static SaltSource of(RandomGenerator random) {
    return () -> {
      byte[] salt = new byte[Format.SALT_BYTES];
      random.nextBytes(salt);
      return HexFormat.of().formatHex(salt);
    };
  }
}
