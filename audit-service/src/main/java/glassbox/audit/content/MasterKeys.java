package glassbox.audit.content;

import glassbox.audit.seal.RowSeal;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The master key in use, and the one before it while data keys are still wrapped by that. */
final class MasterKeys {
  /** No run's id: the data key under it seals rows. */
  static final UUID SEALS = new UUID(0, 0);

  private final int number;
  private final Map<Integer, MasterKey> keys = new HashMap<>();

  /**
   * Keys by their numbers in the database.
   *
   * @param number of the one in use
   */
  MasterKeys(int number, MasterKey current, Map<Integer, MasterKey> earlier) {
    this.number = number;
    keys.putAll(earlier);
    keys.put(number, current);
  }

  /** Number of the key in use. */
  int number() {
    return number;
  }

  /** Whether the key in use has this fingerprint. */
  boolean isInUse(byte[] fingerprint) {
    return MessageDigest.isEqual(
        Objects.requireNonNull(keys.get(number)).fingerprint(), fingerprint);
  }

  /** A new data key for a run, wrapped by the key in use. */
  DataKey newKey(UUID runId) {
    return key(runId, number).newKey(runId);
  }

  /**
   * The data key that was wrapped for a run by the master key of a number.
   *
   * @throws ContentDamagedException if it was not, or that key is not there
   */
  DataKey unwrap(UUID runId, byte[] wrapped, int master) {
    return key(runId, master).unwrap(runId, wrapped);
  }

  /**
   * A data key under the key in use.
   *
   * @throws ContentDamagedException if it is not wrapped by the other one
   */
  byte[] rewrap(UUID runId, byte[] wrapped, int master) {
    return key(runId, number).wrap(runId, unwrap(runId, wrapped, master));
  }

  private MasterKey key(UUID runId, int master) {
    return Optional.ofNullable(keys.get(master))
        .orElseThrow(
            () -> new ContentDamagedException(runId, "its key is of an unknown master key"));
  }

  /** The seal of rows by the data key that was wrapped for it. */
  RowSeal seal(byte[] wrapped, int master) {
    return new RowSeal(unwrap(SEALS, wrapped, master).sealing());
  }
}
