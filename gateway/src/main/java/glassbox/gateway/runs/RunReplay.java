package glassbox.gateway.runs;

import glassbox.contracts.generation.Replay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/**
 * What running a recorded run again found.
 *
 * @param runId the run
 * @param recordHash its record
 * @param bitEqual whether every recorded log-probability came out with the same bits
 * @param maxAbsDifference largest difference, nats
 * @param intact whether every block has the bytes that its hash names
 * @param blocks one a pass
 */
@Schema(name = "RunReplay")
record RunReplay(
    UUID runId,
    String recordHash,
    boolean bitEqual,
    double maxAbsDifference,
    boolean intact,
    List<BlockReplay> blocks) {

  RunReplay {
    blocks = List.copyOf(blocks);
  }

  /** One block: {@code intact} when its bytes have its hash. */
  record BlockReplay(int pass, String hash, boolean intact, Replay replay) {}

  static RunReplay of(UUID runId, String recordHash, List<BlockReplay> blocks) {
    return new RunReplay(
        runId,
        recordHash,
        blocks.stream().allMatch(block -> block.replay().bitEqual()),
        blocks.stream().mapToDouble(block -> block.replay().maxAbsDifference()).max().orElse(0),
        blocks.stream().allMatch(BlockReplay::intact),
        blocks);
  }
}
