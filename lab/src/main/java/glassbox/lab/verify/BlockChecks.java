package glassbox.lab.verify;

import glassbox.lab.verify.Envelope.BlockName;
import glassbox.lab.verify.Envelope.Specialist;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.MalformedBlockException;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a run's blocks are those that its record names, and say what it says. */
final class BlockChecks {
  private final Envelope envelope;
  private final List<Finding> wrong = new ArrayList<>();
  private final List<Finding> missing = new ArrayList<>();
  private final List<TokenBlock> blocks = new ArrayList<>();

  private BlockChecks(Envelope envelope) {
    this.envelope = envelope;
  }

  /**
   * What was found.
   *
   * @param blocks the named blocks that are there and can be read, in order of pass
   */
  record Checked(CheckResult result, List<TokenBlock> blocks) {
    Checked {
      blocks = List.copyOf(blocks);
    }
  }

  static Checked check(Envelope envelope, List<byte[]> given) {
    BlockChecks checks = new BlockChecks(envelope);
    Map<String, byte[]> byHash = new HashMap<>();
    for (byte[] bytes : given) {
      checks.named(bytes).ifPresent(hash -> byHash.put(hash, bytes));
    }
    int last = -1;
    for (BlockName name : envelope.blocks()) {
      checks.block(name, byHash.remove(name.hash()));
      if (name.pass() <= last) {
        checks.wrong.add(Finding.inPass(name.pass(), "the record's passes are not in order"));
      }
      last = name.pass();
    }
    for (String hash : byHash.keySet()) {
      checks.wrong.add(Finding.of("block %s is not named by the record, or was changed", hash));
    }
    checks.agreement();
    return new Checked(checks.result(), checks.blocks);
  }

  /** A block's hash, if the bytes have the two parts of a block. */
  private Optional<String> named(byte[] bytes) {
    try {
      return Optional.of(BlockHash.of(bytes));
    } catch (MalformedBlockException e) {
      wrong.add(Finding.of("a block cannot be read: %s", String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private void block(BlockName name, byte @Nullable [] bytes) {
    if (bytes == null) {
      missing.add(
          Finding.inPass(name.pass(), "block %s is not in the bundle as recorded", name.hash()));
      return;
    }
    try {
      TokenBlock block = BlockCodec.decode(bytes);
      if (!block.runId().equals(envelope.runId()) || block.pass() != name.pass()) {
        wrong.add(Finding.inPass(name.pass(), "the block is of another run or pass"));
      }
      blocks.add(block);
    } catch (MalformedBlockException e) {
      wrong.add(
          Finding.inPass(
              name.pass(), "the block cannot be read: %s", String.valueOf(e.getMessage())));
    }
  }

  /** Compares record and blocks, where all blocks are there. */
  private void agreement() {
    if (blocks.size() != envelope.blocks().size() || blocks.isEmpty()) {
      return;
    }
    if (blocks.getFirst().sampler().seed() != envelope.seed()) {
      wrong.add(Finding.of("the record's seed is not that of the first pass"));
    }
    for (TokenBlock block : blocks) {
      String routing = block.execution().routing().name().toLowerCase(Locale.ROOT);
      if (!routing.equals(envelope.routing())) {
        wrong.add(Finding.inPass(block.pass(), "its routing is %s, not the record's", routing));
      }
    }
    Set<Specialist> ran =
        blocks.stream()
            .flatMap(block -> block.specialists().stream())
            .map(specialist -> new Specialist(specialist.id(), specialist.digest()))
            .collect(Collectors.toSet());
    if (!ran.equals(new HashSet<>(envelope.specialists()))) {
      wrong.add(Finding.of("the record names other specialists than the blocks"));
    }
  }

  private CheckResult result() {
    if (!wrong.isEmpty()) {
      wrong.addAll(missing);
      return CheckResult.wrong(Check.BLOCKS, wrong);
    }
    return missing.isEmpty()
        ? CheckResult.held(
            Check.BLOCKS,
            "%d blocks by their hashes; run, pass, seed and specialists agree",
            blocks.size())
        : CheckResult.unjudged(Check.BLOCKS, missing);
  }
}
