package glassbox.audit.block;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Large groups go in by copy; nothing but their speed may show it. */
@AuditTest
class BlockCopyTest {
  private static final int MANY = 100;

  @Autowired private Blocks blocks;
  @Autowired private RowSeal seals;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void storesManyAsItStoresOne() {
    UUID runId = UUID.randomUUID();
    List<IncomingBlock> group = group(runId, 0, MANY);
    assertThat(blocks.insert(group)).hasSize(MANY);
    assertThat(blocks.insert(group(runId, MANY, 1))).hasSize(1);
    assertThat(sealed(runId)).hasSize(MANY + 1).containsOnly(true);
    for (IncomingBlock block : group) {
      assertThat(blocks.find(runId, block.stored().hash()))
          .hasValueSatisfying(
              stored -> {
                assertThat(stored.bytes()).isEqualTo(block.stored().bytes());
                assertThat(stored.maxResidual()).isEqualTo(block.stored().maxResidual());
                assertThat(stored.pass()).isEqualTo(block.stored().pass());
                assertThat(stored.tokens()).isEqualTo(block.stored().tokens());
              });
    }
  }

  private List<Boolean> sealed(UUID runId) {
    return jdbc.query(
        "select * from blocks where run_id = ?",
        (row, index) -> seals.fits(SealedTable.BLOCKS, row),
        runId);
  }

  /** A group of which some are there, or that holds one twice, stores each once. */
  @Test
  void storesTheNewOnesOfAGroupThatIsThereInPart() {
    UUID runId = UUID.randomUUID();
    assertThat(blocks.insert(group(runId, 0, 40))).hasSize(40);
    List<IncomingBlock> half = group(runId, 20, 60);
    assertThat(blocks.insert(half))
        .containsExactlyInAnyOrderElementsOf(
            half.stream().skip(20).map(block -> block.stored().hash()).toList());
    List<IncomingBlock> twice = new ArrayList<>(group(runId, 80, 40));
    twice.addAll(group(runId, 80, 40));
    assertThat(blocks.insert(twice)).hasSize(40);
    assertThat(sealed(runId)).hasSize(120).containsOnly(true);
  }

  private static List<IncomingBlock> group(UUID runId, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            pass -> {
              TokenBlock block = Samples.block(runId, pass, 5);
              byte[] bytes = Samples.bytes(block);
              return new IncomingBlock(
                  new StoredBlock(
                      BlockHash.of(bytes),
                      runId,
                      pass,
                      5,
                      1e-11 * pass,
                      1e-12,
                      BlockCodec.withoutContent(bytes)),
                  pass % 2 == 0 ? BlockCodec.contentOf(bytes) : Optional.empty());
            })
        .toList();
  }
}
