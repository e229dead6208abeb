package glassbox.ledger.block;

/** Blocks to canonical bytes and back, as in docs/formats/block-v1.md. */
public final class BlockCodec {
  /** Largest encoded block, bytes. */
  public static final int MAX_BYTES = 16 << 20;

  private BlockCodec() {}

  /**
   * Encodes the stored form of a block.
   *
   * @throws IllegalArgumentException if the block is too large for the format
   */
  public static byte[] encode(TokenBlock block) {
    return new BlockWriter().write(block.stored());
  }

  /**
   * Decodes a block.
   *
   * @throws MalformedBlockException unless the bytes are exactly what {@link #encode} gives for the
   *     returned block
   */
  public static TokenBlock decode(byte[] bytes) {
    return BlockReader.read(bytes);
  }
}
