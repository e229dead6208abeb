package glassbox.ledger.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.attribution.TopContributions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockCodecTest {

  @Property(tries = 300)
  void decodesWhatItEncoded(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 3) int rule,
      @ForAll @IntRange(min = 1, max = 6) int specialists,
      @ForAll @IntRange(min = 0, max = 40) int tokens) {
    TokenBlock block = dressed(seed, Blocks.random(seed, rule, specialists, tokens));
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
    byte[] bytes = BlockCodec.encode(dressed(seed, Blocks.random(seed, rule, 3, 5)));
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    byte[] damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 3));
    assertCanonicalOrMalformed(damaged);
  }

  @Test
  void noticesEveryFlippedBit() {
    int flips = 0;
    for (int rule = 0; rule < 4; rule++) {
      TokenBlock block = dressed(3, Blocks.random(11 + rule, rule, 3, 4));
      flips += flipEveryBit(BlockCodec.encode(block));
      flips += flipEveryBit(BlockCodec.encode(block.withoutContent()));
    }
    flips += flipEveryBit(BlockCodec.encode(Blocks.random(16, 0, 1, 0)));
    flips += flipEveryBit(new BlockWriter(1).write(Blocks.random(17, 1, 3, 12).stored()));
    assertThat(flips).isGreaterThan(10_000);
  }

  /** Every flip is refused, or changes the hash and leaves no second spelling of a block. */
  private static int flipEveryBit(byte[] bytes) {
    String hash = BlockHash.of(bytes);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(hashOf(bytes)).as("bit %d", bit).isNotEqualTo(hash);
      assertCanonicalOrMalformed(bytes);
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    return bytes.length * 8;
  }

  private static String hashOf(byte[] bytes) {
    try {
      return BlockHash.of(bytes);
    } catch (MalformedBlockException refused) {
      return "refused";
    }
  }

  @Property(tries = 300)
  void keepsHashAndNumbersWhenItsContentIsDestroyed(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 3) int rule,
      @ForAll @IntRange(min = 0, max = 20) int tokens) {
    TokenBlock block = dressed(seed, Blocks.random(seed, rule, 3, tokens)).stored();
    byte[] whole = BlockCodec.encode(block);
    byte[] content = BlockCodec.contentOf(whole).orElseThrow();
    byte[] numbers = BlockCodec.withoutContent(whole);
    assertThat(BlockCodec.contentOf(numbers)).isEmpty();
    assertThat(BlockCodec.withoutContent(numbers)).isEqualTo(numbers);
    assertThat(BlockHash.of(numbers)).isEqualTo(BlockHash.of(whole));
    TokenBlock erased = BlockCodec.decode(numbers);
    assertThat(erased).isEqualTo(block.withoutContent());
    assertThat(erased.tokens()).isEqualTo(block.tokens());
    assertThat(Reconciliation.of(erased).max()).isLessThan(1e-9);
    assertThat(BlockCodec.withContent(numbers, content)).isEqualTo(whole);
  }

  @Test
  void takesNoOtherContentBack() {
    byte[] whole = BlockCodec.encode(Blocks.random(21, 0, 2, 5));
    byte[] numbers = BlockCodec.withoutContent(whole);
    byte[] content = BlockCodec.contentOf(whole).orElseThrow();
    for (int bit = 0; bit < content.length * 8; bit++) {
      content[bit / 8] ^= (byte) (1 << (bit % 8));
      byte[] other = content.clone();
      assertThatThrownBy(() -> BlockCodec.withContent(numbers, other))
          .isInstanceOf(MalformedBlockException.class);
      content[bit / 8] ^= (byte) (1 << (bit % 8));
    }
  }

  /** The same ids under another salt have another digest: it confirms no guess. */
  @Test
  void hidesEqualIdsBehindTheSalt() {
    SaltSource salts = SaltSource.of(new Random(3));
    BlockContent.Kept content = BlockContent.unsalted(List.of(1, 2), List.of(3));
    assertThat(content.salted(salts.next()).digest())
        .isNotEqualTo(content.digest())
        .isNotEqualTo(content.salted(salts.next()).digest());
  }

  /** The block with some of the columns that a block need not have, by the seed's lowest bits. */
  private static TokenBlock dressed(long seed, TokenBlock block) {
    TokenBlock dressed = (seed & 1) == 0 ? block : Blocks.certified(seed, block);
    dressed = (seed & 2) == 0 ? dressed : Blocks.traced(seed, dressed);
    return (seed & 4) == 0 ? dressed : TopContributions.of(dressed, 2);
  }

  private static void assertCanonicalOrMalformed(byte[] bytes) {
    try {
      TokenBlock decoded = BlockCodec.decode(bytes);
      assertThat(new BlockWriter(bytes[4]).write(decoded.stored())).isEqualTo(bytes);
    } catch (MalformedBlockException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  /** Counts that promise more than there is must not be believed before the bytes are there. */
  @Test
  void refusesHugeCountsWithoutAllocating() {
    byte[] most = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07};
    Container block = Container.read(BlockCodec.encode(Blocks.random(5, 0, 1, 0)));
    byte[] numbers = Arrays.copyOf(block.numbers(), block.numbers().length + 8);
    System.arraycopy(most, 0, numbers, block.numbers().length - 2, most.length);
    byte[] tokens = new Container(Format.VERSION, numbers, true, block.content()).write();
    assertThatThrownBy(() -> BlockCodec.decode(tokens))
        .isInstanceOf(MalformedBlockException.class)
        .hasMessageContaining("tokens");
    byte[] prompt = promptOf(block, most);
    assertThatThrownBy(() -> BlockCodec.decode(prompt))
        .isInstanceOf(MalformedBlockException.class)
        .hasMessageContaining("token ids");
    byte[] length = Arrays.copyOf(new byte[] {'G', 'B', 'L', 'K', 2, 1}, 11);
    System.arraycopy(most, 0, length, 6, most.length);
    assertThatThrownBy(() -> BlockCodec.decode(length)).hasMessageContaining("numbers");
  }

  /** The block with another prompt length, which stands before the token count and the columns. */
  private static byte[] promptOf(Container block, byte[] length) {
    byte[] old = block.numbers();
    byte[] numbers = Arrays.copyOf(old, old.length + length.length - 1);
    System.arraycopy(length, 0, numbers, old.length - 3, length.length);
    System.arraycopy(old, old.length - 2, numbers, numbers.length - 2, 2);
    return new Container(Format.VERSION, numbers, true, block.content()).write();
  }

  @Test
  void refusesTruncatedAndExtendedBlocks() {
    TokenBlock block = Blocks.random(3, 3, 2, 9);
    byte[] bytes = BlockCodec.encode(block);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> BlockCodec.decode(cut)).isInstanceOf(MalformedBlockException.class);
    }
    for (TokenBlock whole : List.of(block, Blocks.certified(3, block))) {
      byte[] more = Arrays.copyOf(BlockCodec.encode(whole), BlockCodec.encode(whole).length + 1);
      assertThatThrownBy(() -> BlockCodec.decode(more)).isInstanceOf(MalformedBlockException.class);
    }
    byte[] erased = BlockCodec.withoutContent(bytes);
    assertThatThrownBy(() -> BlockCodec.decode(Arrays.copyOf(erased, erased.length + 1)))
        .hasMessageContaining("follow");
  }

  /** Never below what was measured, in order, and stable when stored again. */
  @Property(tries = 1000)
  void storesDeltasRoundedUp(
      @ForAll @DoubleRange(max = 1) double delta, @ForAll @DoubleRange(max = 1) double other) {
    double stored = Quantization.delta(Quantization.deltaLevel(delta));
    assertThat(stored).isBetween(delta, Math.min(1, delta + 0.0079));
    assertThat(Quantization.delta(Quantization.deltaLevel(stored))).isEqualTo(stored);
    assertThat(Quantization.deltaLevel(Math.min(delta, other)))
        .isLessThanOrEqualTo(Quantization.deltaLevel(Math.max(delta, other)));
  }

  @Test
  void storesCertaintyAndSmallDeltasFinely() {
    assertThat(Quantization.deltaLevel(0)).isZero();
    assertThat(Quantization.deltaLevel(1)).isEqualTo(255);
    assertThat(Quantization.delta(Quantization.deltaLevel(1e-3)) - 1e-3).isLessThan(3e-4);
  }

  @Test
  void erasesConceptsWithTheIdsAndKeepsTheCertificate() {
    TokenBlock block = Blocks.certified(5, Blocks.random(5, 0, 3, 6)).stored();
    TokenBlock erased = BlockCodec.decode(BlockCodec.withoutContent(BlockCodec.encode(block)));
    assertThat(erased.supplement().deltas()).isEqualTo(block.supplement().deltas()).hasSize(6);
    assertThat(erased.content()).isInstanceOf(BlockContent.Withheld.class);
    assertThat(((BlockContent.Kept) block.content()).conceptsAt(0)).isNotEmpty();
  }

  @Test
  void refusesColumnsThatDoNotFit() {
    TokenBlock block = Blocks.random(4, 0, 3, 4);
    assertThatThrownBy(() -> block.withSupplement(Supplement.NONE.withDeltas(List.of(0.5))))
        .hasMessageContaining("deltas");
    assertThatThrownBy(() -> Supplement.NONE.withDeltas(List.of(1.5)))
        .hasMessageContaining("deltas");
    assertThatThrownBy(() -> block.withSupplement(Supplement.NONE.withTraces(List.of(List.of()))))
        .hasMessageContaining("traces");
    assertThatThrownBy(
            () -> block.withSupplement(Supplement.NONE.withShareTotals(List.of(1.0, 1.0, 2.0))))
        .hasMessageContaining("totals");
    BlockContent.Kept content = (BlockContent.Kept) block.content();
    List<Concept> stranger = List.of(new Concept(3, 0, 0, 1));
    assertThatThrownBy(
            () ->
                block.withContent(
                    content.withConcepts(List.of(stranger, stranger, stranger, stranger))))
        .hasMessageContaining("specialist");
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
    assertThat(stored.sampled()).isCloseTo(-0.9, org.assertj.core.api.Assertions.within(1.3e-4));
  }

  @Test
  void readsRoundingBeyondCertaintyAsCertainty() {
    TokenBlock block = withToken(new float[] {0, 0}, 1e-16, 1e-16);
    assertThat(block.stored().tokens().getFirst().joint()).isZero();
  }

  @Test
  void refusesWhatCannotBeRecorded() {
    float[] one = {-1};
    String salt = "ab".repeat(32);
    assertThatThrownBy(() -> new BlockContent.Kept(salt, List.of(), List.of(-1)))
        .hasMessageContaining("ids");
    assertThatThrownBy(() -> new BlockContent.Kept("AB".repeat(32), List.of(), List.of()))
        .hasMessageContaining("salt");
    assertThatThrownBy(() -> new BlockContent.Withheld("ab", 0)).hasMessageContaining("digest");
    assertThatThrownBy(() -> new BlockContent.Withheld(salt, -1)).hasMessageContaining("prompt");
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> new TokenEntry(one, bad, 0, 0, false, true, 0))
          .hasMessageContaining("joint");
      assertThatThrownBy(() -> new TokenEntry(one, 0, bad, 0, false, true, 0))
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
    tokens.add(new TokenEntry(logProbs, joint, sampled, 1, false, true, 0));
    return new TokenBlock(
        new UUID(1, 2),
        0,
        List.of(new SpecialistRef("a", "ab".repeat(32)), new SpecialistRef("b", "cd".repeat(32))),
        Combination.Mixture.uniform(2),
        new SamplerSettings(1, 1, false, 0),
        new Execution("", 0, 0, "", Routing.FULL),
        BlockContent.unsalted(List.of(), List.of(7)),
        tokens);
  }
}
