package glassbox.audit.content;

import glassbox.audit.content.MasterKeyTable.Wrapped;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps every data key anew under the master key in use, then destroys the old master key's file.
 * Goes on where it stopped, whatever stopped it: what is still under the old key is what is left.
 */
final class MasterKeyRotation {
  private static final Logger LOG = LoggerFactory.getLogger(MasterKeyRotation.class);
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final MasterKeys keys;
  private final MasterKeyTable table;
  private final Contents contents;
  private final TransactionTemplate transaction;
  private final @Nullable Path oldFile;
  private boolean done;

  MasterKeyRotation(
      MasterKeys keys,
      MasterKeyTable table,
      Contents contents,
      TransactionTemplate transaction,
      @Nullable Path oldFile) {
    this.keys = keys;
    this.table = table;
    this.contents = contents;
    this.transaction = transaction;
    this.oldFile = oldFile;
  }

  /** Wraps what is left; a database that is away is asked again at the next turn. */
  void tick() {
    try {
      if (!done && oldFile != null) {
        turn(200);
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("data keys cannot be wrapped anew now; they wait: {}", e.getMessage());
    }
  }

  /** Wraps everything that is not under the key in use, {@code batch} keys a transaction. */
  void turn(int batch) {
    wrap(MasterKeys.SEALS);
    UUID last = BEFORE_ALL;
    List<Wrapped> left;
    do {
      left = table.notUnder(keys.number(), last, batch);
      List<UUID> runs = left.stream().map(Wrapped::runId).toList();
      if (!runs.isEmpty()) {
        wrap(runs);
        last = runs.getLast();
      }
    } while (!left.isEmpty());
    if (table.notUnder(keys.number()) == 0) {
      destroy();
    }
  }

  private void wrap(List<UUID> runs) {
    transaction.executeWithoutResult(
        status -> {
          contents.lock(runs);
          runs.forEach(this::wrap);
        });
  }

  /** An erasure may have been faster: then there is no key any more. */
  private void wrap(UUID runId) {
    transaction.executeWithoutResult(
        status ->
            table.find(runId).stream()
                .filter(key -> key.master() != keys.number())
                .forEach(
                    key ->
                        table.replace(
                            new Wrapped(
                                runId,
                                keys.rewrap(runId, key.bytes(), key.master()),
                                keys.number()))));
  }

  private void destroy() {
    done = true;
    if (oldFile != null && new MasterKeyFile(oldFile).destroy()) {
      LOG.info("every text is under the new master key; the old one at {} is destroyed", oldFile);
    }
  }
}
