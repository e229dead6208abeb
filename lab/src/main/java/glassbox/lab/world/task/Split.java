package glassbox.lab.world.task;

import java.util.Locale;

/** Parts of all tasks that never overlap. */
public enum Split {
  /** Eight of ten: what models read. */
  TRAIN,
  /** One of ten: for choices made while training. */
  VALIDATION,
  /** One of ten: for results. */
  TEST;

  private static final int PARTS = 10;
  private static final int FIFTHS = 5;

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The split of whatever a key names: a computed task, a statement, a request. */
  public static Split of(String key) {
    return switch ((int) Long.remainderUnsigned(hash(key), PARTS)) {
      case 0 -> TEST;
      case 1 -> VALIDATION;
      default -> TRAIN;
    };
  }

  /** The split of one of {@code phrasings} ways to ask for a fact: one tests, one validates. */
  static Split ofPhrasing(String fact, int phrasing, int phrasings) {
    int test = (int) Long.remainderUnsigned(hash(fact), phrasings);
    if (phrasing == test) {
      return TEST;
    }
    return phrasing == (test + 1) % phrasings ? VALIDATION : TRAIN;
  }

  /** The split of all that is said of a fact: a fifth tests, a fifth validates. */
  public static Split ofFact(String fact) {
    return ofPhrasing("said of " + fact, 0, FIFTHS);
  }

  /** FNV-1a over the characters, then mixed: the last bits of FNV alone are poor. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
