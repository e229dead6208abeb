package glassbox.audit.block;

import glassbox.audit.content.Contents;
import glassbox.audit.content.RunContents;
import glassbox.audit.month.Months;
import glassbox.ledger.block.BlockCodec;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Blocks with their content, where that is kept. */
@Service
public class WholeBlocks {
  private final Blocks blocks;
  private final Contents contents;
  private final Months months;

  WholeBlocks(Blocks blocks, Contents contents, Months months) {
    this.blocks = blocks;
    this.contents = contents;
    this.months = months;
  }

  private RuntimeException absent(UUID runId) {
    return months
        .retired(runId)
        .map(e -> (RuntimeException) e)
        .orElseGet(BlockNotFoundException::new);
  }

  /**
   * The bytes of a run's block with that hash.
   *
   * @throws BlockNotFoundException if it is not recorded
   * @throws glassbox.audit.month.RunRetiredException if it was dropped with its month
   */
  byte[] find(UUID runId, String hash) {
    StoredBlock block = blocks.find(runId, hash).orElseThrow(() -> absent(runId));
    return of(block, contents.read(runId));
  }

  /** The bytes of a block: with its content if that is kept, else with the content's digest. */
  public static byte[] of(StoredBlock block, RunContents contents) {
    return contents
        .block(block.hash())
        .map(content -> BlockCodec.withContent(block.bytes(), content))
        .orElse(block.bytes());
  }
}
