package glassbox.ledger.block;

import java.util.Optional;

/**
 * Blocks to canonical bytes and back. Version 2 (docs/formats/block-v2.md) is written; version 1
 * (docs/formats/block-v1.md) is read for ever.
 */
public final class BlockCodec {
  /** Largest encoded block, bytes. */
  public static final int MAX_BYTES = 16 << 20;

  private BlockCodec() {}

  /**
   * Encodes the stored form of a block, in version 2 whatever it was read from: keep the bytes of a
   * block of version 1.
   *
   * @throws IllegalArgumentException if the block is too large for the format
   */
  public static byte[] encode(TokenBlock block) {
    return new BlockWriter(Format.VERSION).write(block.stored());
  }

  /**
   * Decodes a block.
   *
   * @throws MalformedBlockException unless the bytes are the one spelling of the returned block in
   *     their version
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
    Container whole = new Container(container.version(), container.numbers(), true, content);
    if (!whole.contentDigest().equals(container.contentDigest())) {
      throw new MalformedBlockException("the content is not that of the block");
    }
    return whole.write();
  }
}
