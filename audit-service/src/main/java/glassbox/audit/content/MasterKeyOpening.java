package glassbox.audit.content;

import glassbox.audit.content.MasterKeyTable.Known;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the master key of a database: makes it with the database, lets a new one follow it. */
final class MasterKeyOpening {
  private final MasterKeyFile file;
  private final @Nullable MasterKeyFile oldFile;
  private final MasterKeyTable table;
  private final SecureRandom random = new SecureRandom();

  MasterKeyOpening(ContentSettings settings, MasterKeyTable table) {
    file = new MasterKeyFile(settings.masterKeyFile());
    @Nullable Path old = settings.oldMasterKeyFile();
    oldFile = old == null ? null : new MasterKeyFile(old);
    this.table = table;
  }

  /**
   * The keys.
   *
   * @throws MasterKeyException if the file is gone, or holds a key that is neither the database's
   *     nor may follow it, or if data keys are left that nothing unwraps
   */
  MasterKeys open() {
    List<Known> known = table.known();
    if (!file.exists()) {
      if (!known.isEmpty() && !isOld(known.getLast())) {
        throw new MasterKeyException("the master key of this database is not at " + file.path());
      }
      file.makeIfAbsent(random);
    }
    MasterKey key = new MasterKey(file.read(), random);
    int number = number(key, known);
    Map<Integer, MasterKey> earlier = earlier(table.known(), number);
    MasterKeys keys = new MasterKeys(number, key, earlier);
    if (earlier.isEmpty() && table.notUnder(number) > 0) {
      throw new MasterKeyException(
          "texts are still under the old master key: name its file in"
              + " glassbox.audit.old-master-key-file");
    }
    return keys;
  }

  /** The key's number; enters it if it is new and may follow. */
  private int number(MasterKey key, List<Known> known) {
    if (known.isEmpty()) {
      table.add(1, key.fingerprint());
      return number(key, table.known());
    }
    Known last = known.getLast();
    if (fits(last, key)) {
      return last.number();
    }
    if (known.stream().anyMatch(before -> fits(before, key)) || !isOld(last)) {
      throw new MasterKeyException(
          file.path() + " holds another master key than the one of this database");
    }
    table.add(last.number() + 1, key.fingerprint());
    return number(key, table.known());
  }

  private boolean isOld(Known last) {
    return oldFile != null && oldFile.exists() && fits(last, new MasterKey(oldFile.read(), random));
  }

  private Map<Integer, MasterKey> earlier(List<Known> known, int number) {
    Map<Integer, MasterKey> earlier = new HashMap<>();
    if (oldFile != null && oldFile.exists()) {
      MasterKey old = new MasterKey(oldFile.read(), random);
      known.stream()
          .filter(before -> before.number() != number && fits(before, old))
          .forEach(before -> earlier.put(before.number(), old));
    }
    return earlier;
  }

  private static boolean fits(Known known, MasterKey key) {
    return MessageDigest.isEqual(known.fingerprint(), key.fingerprint());
  }
}
