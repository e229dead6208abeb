package glassbox.ledger.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.attribution.Reconciliation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockCodecTest {

  @Property(tries = 300)
  void decodesWhatItEncoded(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 3) int rule,
      @ForAll @IntRange(min = 1, max = 6) int specialists,
      @ForAll @IntRange(min = 0, max = 40) int tokens) {
    TokenBlock block = Blocks.random(seed, rule, specialists, tokens);
    byte[] bytes = BlockCodec.encode(block);
    TokenBlock decoded = BlockCodec.decode(bytes);
    assertThat(decoded).isEqualTo(block.stored());
    assertThat(decoded.stored()).isEqualTo(decoded);
    assertThat(BlockCodec.encode(decoded)).isEqualTo(bytes);
    assertThat(Reconciliation.of(decoded).max()).isLessThan(1e-9);
    for (int i = 0; i < tokens; i++) {
      assertThat(decoded.tokens().get(i).logProbs()).isEqualTo(block.tokens().get(i).logProbs());
    }
  }

  @Property(tries = 3000)
  void givesNothingButMalformedForRandomBytes(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> BlockCodec.decode(bytes)).isInstanceOf(MalformedBlockException.class);
  }

  @Property(tries = 3000)
  void givesABlockOrMalformedForDamagedBytes(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int rule) {
    Random random = new Random(seed);
    byte[] bytes = BlockCodec.encode(Blocks.random(seed, rule, 3, 5));
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    byte[] damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 3));
    assertCanonicalOrMalformed(damaged);
  }

  @Test
  void noticesEveryFlippedBit() {
    for (int rule = 0; rule < 4; rule++) {
      byte[] bytes = BlockCodec.encode(Blocks.random(11 + rule, rule, 3, 12));
      String hash = BlockHash.of(bytes);
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        assertThat(BlockHash.of(bytes)).isNotEqualTo(hash);
        assertCanonicalOrMalformed(bytes);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      }
    }
  }

  private static void assertCanonicalOrMalformed(byte[] bytes) {
    try {
      assertThat(BlockCodec.encode(BlockCodec.decode(bytes))).isEqualTo(bytes);
    } catch (MalformedBlockException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  /** Counts that promise more than there is must not be believed before the bytes are there. */
  @Test
  void refusesHugeCountsWithoutAllocating() {
    byte[] bytes = BlockCodec.encode(Blocks.random(5, 0, 1, 0));
    byte[] huge = Arrays.copyOf(bytes, bytes.length + 8);
    byte[] count = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07, 0, 0, 0, 0};
    System.arraycopy(count, 0, huge, bytes.length - 2, count.length);
    assertThatThrownBy(() -> BlockCodec.decode(huge))
        .isInstanceOf(MalformedBlockException.class)
        .hasMessageContaining("tokens");
  }

  @Test
  void refusesTruncatedAndExtendedBlocks() {
    byte[] bytes = BlockCodec.encode(Blocks.random(3, 3, 2, 9));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> BlockCodec.decode(cut)).isInstanceOf(MalformedBlockException.class);
    }
    assertThatThrownBy(() -> BlockCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .hasMessageContaining("follow");
  }

  @Test
  void storesSpecialistsThatReportedNoNumber() {
    TokenBlock block = withToken(new float[] {Float.NaN, Float.NEGATIVE_INFINITY}, -1, -1);
    assertThat(BlockCodec.decode(BlockCodec.encode(block))).isEqualTo(block.stored());
  }

  @Test
  void storesTheSampledLogProbabilityOnlyWhereItDiffers() {
    TokenBlock same = withToken(new float[] {-1, -1}, -1.1, -1.1);
    TokenBlock other = withToken(new float[] {-1, -1}, -1.1, -0.9);
    assertThat(BlockCodec.encode(same).length).isLessThan(BlockCodec.encode(other).length);
    TokenEntry stored = other.stored().tokens().getFirst();
    assertThat(stored.joint()).isCloseTo(-1.1, org.assertj.core.api.Assertions.within(3e-11));
    assertThat(stored.sampled()).isCloseTo(-0.9, org.assertj.core.api.Assertions.within(6.2e-5));
  }

  @Test
  void readsRoundingBeyondCertaintyAsCertainty() {
    TokenBlock block = withToken(new float[] {0, 0}, 1e-16, 1e-16);
    assertThat(block.stored().tokens().getFirst().joint()).isZero();
  }

  @Test
  void refusesWhatCannotBeRecorded() {
    float[] one = {-1};
    assertThatThrownBy(() -> new TokenEntry(-1, one, 0, 0, 0, false, true, 0))
        .hasMessageContaining("id");
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> new TokenEntry(1, one, bad, 0, 0, false, true, 0))
          .hasMessageContaining("joint");
      assertThatThrownBy(() -> new TokenEntry(1, one, 0, bad, 0, false, true, 0))
          .hasMessageContaining("sampled");
    }
    assertThatThrownBy(() -> new SpecialistRef("a", "AB".repeat(32)))
        .hasMessageContaining("digest");
    assertThatThrownBy(() -> new SpecialistRef("\ud800", "ab".repeat(32)))
        .hasMessageContaining("id");
    assertThatThrownBy(() -> new SamplerSettings(0, 1, true, 0))
        .hasMessageContaining("temperature");
    assertThatThrownBy(() -> new SamplerSettings(1, Double.NaN, true, 0))
        .hasMessageContaining("topP");
    assertThatThrownBy(() -> new Combination.Gated(List.of(0.0), 1, 1))
        .hasMessageContaining("main");
  }

  /** The bar: at most 24 bytes a token at 3 specialists, with everything the block carries. */
  @Test
  void takesAtMost24BytesATokenAtThreeSpecialists() {
    for (boolean truncated : new boolean[] {false, true}) {
      for (int tokens : new int[] {300, 1000}) {
        TokenBlock block = RealisticBlocks.block(97, tokens, truncated);
        double size = BlockCodec.encode(block).length / (double) tokens;
        System.out.printf(
            "record size: %d tokens, %s: %.2f bytes a token%n",
            tokens, truncated ? "temperature 0.8, top-p 0.95" : "temperature 1", size);
        assertThat(size).isLessThanOrEqualTo(24);
      }
    }
  }

  private static TokenBlock withToken(float[] logProbs, double joint, double sampled) {
    List<TokenEntry> tokens = new ArrayList<>();
    tokens.add(new TokenEntry(7, logProbs, joint, sampled, 1, false, true, 0));
    return new TokenBlock(
        new UUID(1, 2),
        0,
        List.of(new SpecialistRef("a", "ab".repeat(32)), new SpecialistRef("b", "cd".repeat(32))),
        Combination.Mixture.uniform(2),
        new SamplerSettings(1, 1, false, 0),
        new Execution("", 0, 0),
        List.of(),
        tokens);
  }
}
