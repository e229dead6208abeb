package glassbox.ledger.block;

/** Constants of block format version 1. */
final class Format {
  static final byte[] MAGIC = {'G', 'B', 'L', 'K'};
  static final int VERSION = 1;

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

  /** Column flags. */
  static final int HAS_SAMPLED = 1;

  static final int HAS_FORCED = 2;
  static final int HAS_NOT_ENSEMBLED = 4;
  static final int HAS_LOG_NORMALIZER = 8;
  static final int ALL_COLUMNS = 15;

  static final int MAX_TEXT = 255;
  static final int MAX_SPECIALISTS = 65_535;

  private Format() {}
}
