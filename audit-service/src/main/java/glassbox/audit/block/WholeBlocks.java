package glassbox.audit.block;

import glassbox.audit.content.Contents;
import glassbox.audit.content.RunContents;
import glassbox.ledger.block.BlockCodec;
import org.springframework.stereotype.Service;

/** Blocks with their content, where that is kept. */
@Service
public class WholeBlocks {
  private final Blocks blocks;
  private final Contents contents;

  WholeBlocks(Blocks blocks, Contents contents) {
    this.blocks = blocks;
    this.contents = contents;
  }

  /**
   * The bytes of the block with that hash.
   *
   * @throws BlockNotFoundException if it is not recorded
   */
  byte[] find(String hash) {
    StoredBlock block = blocks.find(hash).orElseThrow(BlockNotFoundException::new);
    return of(block, contents.read(block.runId()));
  }

  /** The bytes of a block: with its content if that is kept, else with the content's digest. */
  public static byte[] of(StoredBlock block, RunContents contents) {
    return contents
        .block(block.hash())
        .map(content -> BlockCodec.withContent(block.bytes(), content))
        .orElse(block.bytes());
  }
}
