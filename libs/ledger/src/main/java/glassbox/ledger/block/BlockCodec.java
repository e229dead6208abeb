package glassbox.ledger.block;

import java.util.Optional;

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

  /**
   * The content part of an encoded block, empty where only its digest is there.
   *
   * @throws MalformedBlockException if the bytes have not the two parts of a block
   */
  public static Optional<byte[]> contentOf(byte[] block) {
    Container container = Container.read(block);
    return container.kept() ? Optional.of(container.content()) : Optional.empty();
  }

  /**
   * The same block with its content replaced by its digest; its hash does not change.
   *
   * @throws MalformedBlockException if the bytes have not the two parts of a block
   */
  public static byte[] withoutContent(byte[] block) {
    return Container.read(block).withoutContent().write();
  }

  /**
   * The same block with its content put back.
   *
   * @param content as {@link #contentOf} gave it
   * @throws MalformedBlockException if it is not the content that the block's digest names
   */
  public static byte[] withContent(byte[] block, byte[] content) {
    Container container = Container.read(block);
    Container whole = new Container(container.numbers(), true, content);
    if (!whole.contentDigest().equals(container.contentDigest())) {
      throw new MalformedBlockException("the content is not that of the block");
    }
    return whole.write();
  }
}
