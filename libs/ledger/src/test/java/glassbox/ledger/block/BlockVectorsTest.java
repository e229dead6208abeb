package glassbox.ledger.block;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.VectorFile;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.attribution.TopContributions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of docs/formats, both ways; those of version 1 stand for ever. */
class BlockVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  record File(List<Vector> valid, List<Refused> refused) {}

  record Vector(String name, Fields block, String bytes, String hash) {}

  record Refused(String name, String bytes) {}

  record Fields(
      String runId,
      int pass,
      List<SpecialistRef> specialists,
      String rule,
      List<Double> weights,
      @Nullable Integer main,
      @Nullable Double entropyThreshold,
      SamplerSettings sampler,
      Ran execution,
      @Nullable String salt,
      @Nullable List<Integer> promptIds,
      @Nullable List<Integer> tokenIds,
      @Nullable String contentDigest,
      int promptLength,
      List<Token> tokens,
      @Nullable List<List<Concept>> concepts,
      @Nullable Supplement supplement) {}

  record Ran(
      String build, int threads, int rows, @Nullable String backend, @Nullable Routing routing) {}

  /** Log-probabilities as the bits of their f32, hexadecimal. */
  record Token(
      List<String> logProbs,
      double joint,
      double sampled,
      double entropy,
      boolean forced,
      boolean ensembled,
      double logNormalizer,
      int @Nullable [] listed,
      @Nullable Double restMass,
      @Nullable Double restSum) {}

  @Test
  void encodesAndDecodesTheCommittedVectors() throws IOException {
    File file = VectorFile.read("block-v2.json", File.class, current());
    assertThat(file.valid()).hasSizeGreaterThanOrEqualTo(12);
    for (Vector vector : file.valid()) {
      byte[] bytes = HEX.parseHex(vector.bytes());
      assertThat(BlockCodec.encode(block(vector.block()))).as(vector.name()).isEqualTo(bytes);
      assertThat(BlockCodec.decode(bytes)).as(vector.name()).isEqualTo(block(vector.block()));
      assertThat(BlockHash.of(bytes)).as(vector.name()).isEqualTo(vector.hash());
      assertThat(Reconciliation.of(BlockCodec.decode(bytes)).max()).isLessThan(1e-9);
    }
  }

  @Test
  void readsTheVectorsOfVersionOne() throws IOException {
    File file = VectorFile.read("block-v1.json", File.class);
    assertThat(file.valid()).hasSizeGreaterThanOrEqualTo(5);
    for (Vector vector : file.valid()) {
      byte[] bytes = HEX.parseHex(vector.bytes());
      TokenBlock decoded = BlockCodec.decode(bytes);
      assertThat(decoded).as(vector.name()).isEqualTo(block(vector.block()));
      assertThat(new BlockWriter(1).write(decoded)).as(vector.name()).isEqualTo(bytes);
      assertThat(BlockHash.of(bytes)).as(vector.name()).isEqualTo(vector.hash());
      assertThat(BlockHash.of(BlockCodec.withoutContent(bytes))).isEqualTo(vector.hash());
      assertThat(Reconciliation.of(decoded).max()).isLessThan(1e-9);
      assertThat(decoded.execution().routing()).isEqualTo(Routing.FULL);
      assertThat(BlockHash.of(BlockCodec.encode(decoded))).isNotEqualTo(vector.hash());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"block-v1.json", "block-v2.json"})
  void refusesTheCommittedMalformedVectors(String name) throws IOException {
    File file = VectorFile.read(name, File.class);
    assertThat(file.refused()).hasSizeGreaterThanOrEqualTo(6);
    for (Refused vector : file.refused()) {
      assertThatThrownBy(() -> BlockCodec.decode(HEX.parseHex(vector.bytes())))
          .as(vector.name())
          .isInstanceOf(MalformedBlockException.class);
    }
  }

  private static File current() {
    List<Vector> valid = new ArrayList<>();
    String[] names = {"mixture", "product", "prefix-updated", "gated"};
    for (int rule = 0; rule < 4; rule++) {
      TokenBlock block = Blocks.random(100 + rule, rule, 4, 3);
      valid.add(vector(names[rule], block.stored()));
      valid.add(vector(names[rule] + ", two listed", TopContributions.of(block, 2).stored()));
    }
    TokenBlock plain = Blocks.random(100, 0, 2, 3);
    valid.add(vector("certified, with concepts", Blocks.certified(7, plain).stored()));
    valid.add(vector("legible routing", Blocks.legible(plain).stored()));
    valid.add(vector("traced", Blocks.traced(8, plain).stored()));
    TokenBlock all = Blocks.traced(9, Blocks.certified(9, Blocks.random(101, 1, 3, 2)));
    valid.add(vector("every column", TopContributions.of(all, 1).stored()));
    valid.add(vector("no tokens", Blocks.random(200, 0, 1, 0).stored()));
    valid.add(vector("content withheld", plain.stored().withoutContent()));
    return new File(valid, refused(Blocks.random(200, 0, 1, 0)));
  }

  private static List<Refused> refused(TokenBlock empty) {
    byte[] bytes = BlockCodec.encode(empty.withoutContent());
    int end = bytes.length - Format.DIGEST_BYTES;
    List<Refused> refused = new ArrayList<>();
    refused.add(new Refused("wrong magic", edited(bytes, 0, 'X')));
    refused.add(new Refused("version 3", edited(bytes, 4, 3)));
    refused.add(new Refused("column that says nothing", edited(bytes, end - 1, 1)));
    refused.add(new Refused("version 1 of a later block", edited(bytes, 4, 1)));
    refused.add(new Refused("unknown column", edited(bytes, end - 1, 128)));
    refused.add(new Refused("tokens that are not there", edited(bytes, end - 2, 9)));
    refused.add(new Refused("truncated", HEX.formatHex(Arrays.copyOf(bytes, bytes.length - 1))));
    byte[] trailing = Arrays.copyOf(bytes, bytes.length + 1);
    refused.add(new Refused("trailing byte", HEX.formatHex(trailing)));
    refused.add(new Refused("unknown content flag", edited(bytes, 5, 2)));
    refused.add(new Refused("numbers cut short", edited(bytes, 6, bytes[6] - 1)));
    byte[] padded = withNumbers(bytes, n -> Arrays.copyOf(n, n.length + 1));
    refused.add(new Refused("byte after the numbers", HEX.formatHex(padded)));
    byte[] longer = withNumbers(bytes, BlockVectorsTest::longTokenCount);
    refused.add(new Refused("number not in its shortest form", HEX.formatHex(longer)));
    byte[] cold = withNumbers(bytes, n -> zeroed(n, 18, 26));
    refused.add(new Refused("temperature 0", HEX.formatHex(cold)));
    byte[] whole = BlockCodec.encode(empty);
    byte[] more = Arrays.copyOf(whole, whole.length + 1);
    refused.add(new Refused("byte after the content", HEX.formatHex(more)));
    byte[] odd = BlockCodec.encode(Blocks.certified(7, Blocks.random(100, 0, 2, 3)));
    odd[odd.length - 2] = 0x7c;
    odd[odd.length - 1] = 0;
    refused.add(new Refused("infinite activation", HEX.formatHex(odd)));
    return refused;
  }

  private static byte[] withNumbers(byte[] block, UnaryOperator<byte[]> edit) {
    Container parts = Container.read(block);
    return new Container(
            parts.version(), edit.apply(parts.numbers()), parts.kept(), parts.content())
        .write();
  }

  /** The token count, 0, as two bytes. */
  private static byte[] longTokenCount(byte[] numbers) {
    byte[] longer = Arrays.copyOf(numbers, numbers.length + 1);
    longer[numbers.length - 2] = (byte) 0x80;
    longer[numbers.length - 1] = 0;
    return longer;
  }

  private static byte[] zeroed(byte[] bytes, int from, int to) {
    byte[] copy = bytes.clone();
    Arrays.fill(copy, from, to, (byte) 0);
    return copy;
  }

  private static String edited(byte[] bytes, int at, int value) {
    byte[] copy = bytes.clone();
    copy[at] = (byte) value;
    return HEX.formatHex(copy);
  }

  private static Vector vector(String name, TokenBlock block) {
    byte[] bytes = BlockCodec.encode(block);
    return new Vector(name, fields(block), HEX.formatHex(bytes), BlockHash.of(bytes));
  }

  private static Fields fields(TokenBlock block) {
    Combination.@Nullable Gated gated =
        block.combination() instanceof Combination.Gated g ? g : null;
    BlockContent.@Nullable Kept kept = block.content() instanceof BlockContent.Kept k ? k : null;
    return new Fields(
        block.runId().toString(),
        block.pass(),
        block.specialists(),
        block.combination().getClass().getSimpleName(),
        switch (block.combination()) {
          case Combination.Mixture mixture -> mixture.logWeights();
          case Combination.Product product -> product.weights();
          case Combination.PrefixUpdated updated -> updated.logWeights();
          case Combination.Gated g -> g.logWeights();
        },
        gated == null ? null : gated.main(),
        gated == null ? null : gated.entropyThreshold(),
        block.sampler(),
        new Ran(
            block.execution().build(),
            block.execution().threads(),
            block.execution().rows(),
            block.execution().backend(),
            block.execution().routing()),
        kept == null ? null : kept.salt(),
        kept == null ? null : kept.promptIds(),
        kept == null ? null : kept.tokenIds(),
        kept == null ? block.content().digest() : null,
        block.content().promptLength(),
        block.tokens().stream().map(BlockVectorsTest::token).toList(),
        kept == null ? List.of() : kept.concepts(),
        block.supplement());
  }

  private static Execution execution(Ran ran) {
    String backend = ran.backend();
    Routing routing = ran.routing();
    Execution execution = new Execution(ran.build(), ran.threads(), ran.rows());
    return backend == null || routing == null
        ? execution
        : new Execution(ran.build(), ran.threads(), ran.rows(), backend, routing);
  }

  private static BlockContent content(Fields fields) {
    String digest = fields.contentDigest();
    if (digest != null) {
      return new BlockContent.Withheld(digest, fields.promptLength());
    }
    return new BlockContent.Kept(
        requireNonNull(fields.salt()),
        requireNonNull(fields.promptIds()),
        requireNonNull(fields.tokenIds()),
        requireNonNullElse(fields.concepts(), List.of()));
  }

  private static Token token(TokenEntry entry) {
    List<String> bits = new ArrayList<>();
    for (float logProb : entry.logProbs()) {
      bits.add(HEX.toHexDigits(Float.floatToIntBits(logProb)));
    }
    return new Token(
        bits,
        entry.joint(),
        entry.sampled(),
        entry.entropy(),
        entry.forced(),
        entry.ensembled(),
        entry.logNormalizer(),
        entry.whole() ? null : entry.listed(),
        entry.rest().map(Rest::mass).orElse(null),
        entry.rest().map(Rest::weightedSum).orElse(null));
  }

  private static TokenBlock block(Fields fields) {
    return new TokenBlock(
        UUID.fromString(fields.runId()),
        fields.pass(),
        fields.specialists(),
        switch (fields.rule()) {
          case "Mixture" -> new Combination.Mixture(fields.weights());
          case "Product" -> new Combination.Product(fields.weights());
          case "PrefixUpdated" -> new Combination.PrefixUpdated(fields.weights());
          default -> gated(fields);
        },
        fields.sampler(),
        execution(fields.execution()),
        content(fields),
        fields.tokens().stream().map(t -> entry(t, fields.specialists().size())).toList(),
        requireNonNullElse(fields.supplement(), Supplement.NONE));
  }

  private static Combination gated(Fields fields) {
    Integer main = fields.main();
    Double threshold = fields.entropyThreshold();
    assertThat(main).isNotNull();
    assertThat(threshold).isNotNull();
    return new Combination.Gated(
        fields.weights(), main == null ? -1 : main, threshold == null ? -1 : threshold);
  }

  private static TokenEntry entry(Token token, int specialists) {
    float[] logProbs = new float[token.logProbs().size()];
    for (int k = 0; k < logProbs.length; k++) {
      logProbs[k] = Float.intBitsToFloat(HexFormat.fromHexDigits(token.logProbs().get(k)));
    }
    TokenEntry entry =
        new TokenEntry(
            logProbs,
            token.joint(),
            token.sampled(),
            token.entropy(),
            token.forced(),
            token.ensembled(),
            token.logNormalizer());
    int[] listed = token.listed();
    Double mass = token.restMass();
    Double sum = token.restSum();
    return listed == null || mass == null || sum == null
        ? entry
        : entry.reading(listed, specialists, new Rest(mass, sum));
  }
}
