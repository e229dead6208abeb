package glassbox.audit.log;

import glassbox.ledger.note.VerifierKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log's place, keys and pace.
 *
 * @param directory folder of tiles and checkpoint; unset: {@code log} beside the database's folder
 * @param signingKey file of the private key, made if absent; unset: {@code log-signing.key} beside
 *     the log's folder
 * @param verifierKeys file of the public keys, written here; unset: {@code log-verifier.pub} beside
 *     the log's folder
 * @param origin the log's name, also its key's; stays for ever
 * @param oldVerifierKeys keys that signed before: permits a new signing key to follow the last one
 * @param witnesses verifier keys whose cosignatures are taken
 * @param interval pause between integrations, at most 1 s
 * @param batch most runs of one integration
 * @param verifyEvery pause between full verifications
 * @param lockTimeout longest wait at start for another process to give the log up
 */
@ConfigurationProperties("glassbox.audit.log")
public record LogSettings(
    @Nullable Path directory,
    @Nullable Path signingKey,
    @Nullable Path verifierKeys,
    @DefaultValue("glassbox.local/log") String origin,
    @DefaultValue List<String> oldVerifierKeys,
    @DefaultValue List<String> witnesses,
    @DefaultValue("200ms") Duration interval,
    @DefaultValue("5000") int batch,
    @DefaultValue("1h") Duration verifyEvery,
    @DefaultValue("10s") Duration lockTimeout) {

  public LogSettings {
    oldVerifierKeys = List.copyOf(oldVerifierKeys);
    witnesses = List.copyOf(witnesses);
    require(origin.matches("[a-zA-Z0-9./_-]{1,200}"), "origin must be a name like host/path");
    oldVerifierKeys.forEach(VerifierKey::parse);
    witnesses.forEach(VerifierKey::parse);
    require(isPositive(interval) && interval.toMillis() <= 1000, "interval must be 1 ms to 1 s");
    require(batch >= 1 && batch <= 100_000, "batch must be 1 to 100000");
    require(isPositive(verifyEvery), "verify-every must be above zero");
    require(isPositive(lockTimeout), "lock-timeout must be above zero");
  }

  /** The settings with every path set. */
  LogSettings beside(Path databaseDirectory) {
    Path log =
        directory != null
            ? directory.toAbsolutePath()
            : databaseDirectory.toAbsolutePath().resolveSibling("log");
    return new LogSettings(
        log,
        signingKey != null ? signingKey : log.resolveSibling("log-signing.key"),
        verifierKeys != null ? verifierKeys : log.resolveSibling("log-verifier.pub"),
        origin,
        oldVerifierKeys,
        witnesses,
        interval,
        batch,
        verifyEvery,
        lockTimeout);
  }

  private static boolean isPositive(Duration duration) {
    return duration.toMillis() > 0;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("glassbox.audit.log." + rule);
    }
  }
}
