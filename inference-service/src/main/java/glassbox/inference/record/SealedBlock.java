package glassbox.inference.record;

import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.TokenBlock;

/**
 * A block as it is stored.
 *
 * @param hash lower-case hex SHA-256, the block's name
 * @param bytes its encoding
 */
@SuppressWarnings("ArrayRecordComponent") // sealed: nobody writes to it
public record SealedBlock(String hash, byte[] bytes) {

  /** Encodes and names a block. */
  static SealedBlock of(TokenBlock block) {
    byte[] bytes = BlockCodec.encode(block);
    return new SealedBlock(BlockHash.of(bytes), bytes);
  }
}
