package glassbox.audit.block;

import glassbox.audit.alarm.Alarms;
import glassbox.audit.database.GroupCommit;
import glassbox.audit.month.Months;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.MalformedBlockException;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Takes blocks in: recompute, then keep or refuse. */
@Service
class BlockIngest {
  private static final int MOST_BLOCKS = 10_000;

  private final GroupCommit<IncomingBlock, Boolean> writer;
  private final Alarms alarms;
  private final Checks checks;
  private final Months months;

  BlockIngest(Blocks blocks, Alarms alarms, Checks checks, Months months) {
    writer =
        new GroupCommit<>(
            MOST_BLOCKS, IncomingBlock::size, group -> areNew(group, blocks.insert(group)));
    this.alarms = alarms;
    this.checks = checks;
    this.months = months;
  }

  /** A block that is twice in a group is new once. */
  private static List<Boolean> areNew(List<IncomingBlock> group, Set<String> inserted) {
    return group.stream().map(block -> inserted.remove(block.stored().hash())).toList();
  }

  /**
   * Records a block.
   *
   * @throws MalformedBlockException if it is not a canonical block
   * @throws BlockRefusedException if it does not add up; the alarm is on disk by then
   * @throws glassbox.audit.month.RunRetiredException if its run's month was dropped
   */
  Ingested ingest(byte[] bytes) {
    TokenBlock block = BlockCodec.decode(bytes);
    String hash = BlockHash.of(bytes);
    Reconciliation reconciliation = Reconciliation.of(block);
    checks.record(reconciliation);
    double max = reconciliation.max();
    if (!reconciliation.level().accepted()) {
      alarms.raise(block.runId(), block.pass(), hash, max);
      throw new BlockRefusedException(hash, max);
    }
    months.open(List.of(block.runId()));
    StoredBlock stored =
        new StoredBlock(
            hash,
            block.runId(),
            block.pass(),
            block.tokens().size(),
            max,
            reconciliation.median(),
            BlockCodec.withoutContent(bytes));
    boolean created = writer.write(new IncomingBlock(stored, BlockCodec.contentOf(bytes)));
    return new Ingested(stored, created);
  }

  /** A recorded block; {@code created} is false if it was there already. */
  record Ingested(StoredBlock block, boolean created) {}
}
