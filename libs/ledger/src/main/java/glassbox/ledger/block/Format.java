package glassbox.ledger.block;

/** Constants of the block format, versions 1 and 2. */
final class Format {
  static final byte[] MAGIC = {'G', 'B', 'L', 'K'};

  /** Oldest version that is read. */
  static final int OLDEST = 1;

  /** The version that is written. */
  static final int VERSION = 2;

  /** Content flag of the container: only the digest follows, or the content itself. */
  static final int CONTENT_WITHHELD = 0;

  static final int CONTENT_KEPT = 1;
  static final int SALT_BYTES = 32;
  static final int DIGEST_BYTES = 32;

  static final int MIXTURE = 0;
  static final int PRODUCT = 1;
  static final int PREFIX_UPDATED = 2;
  static final int GATED = 3;

  /** Header flag: tokens were drawn, not taken greedily or given. */
  static final int FLAG_DRAWN = 1;

  static final int ROUTING_FULL = 0;
  static final int ROUTING_LEGIBLE = 1;

  /** Column flags. */
  static final int HAS_SAMPLED = 1;

  static final int HAS_FORCED = 2;
  static final int HAS_NOT_ENSEMBLED = 4;
  static final int HAS_LOG_NORMALIZER = 8;

  /** Version 2 only. */
  static final int HAS_DELTA = 16;

  static final int HAS_REST = 32;
  static final int HAS_TRACE = 64;

  /** All columns of a version. */
  static int columns(int version) {
    return version == OLDEST ? 15 : 127;
  }

  static final int MAX_TEXT = 255;
  static final int MAX_SPECIALISTS = 65_535;

  private Format() {}
}
