package glassbox.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleCodecTest {
  private static final String ENVELOPE = "{\"a\":{\"b\":[1,\"}{\\\"\"]}}";

  @Test
  void readsWhatItWrites() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      Bundle bundle = bundle(random);
      byte[] bytes = BundleCodec.encode(bundle);
      Bundle read = BundleCodec.decode(bytes);
      assertThat(BundleCodec.encode(read)).isEqualTo(bytes);
      assertThat(read.checkpoint()).isEqualTo(bundle.checkpoint());
      assertThat(read.growth()).isEqualTo(bundle.growth());
      for (int r = 0; r < bundle.runs().size(); r++) {
        BundledRun run = bundle.runs().get(r);
        BundledRun same = read.runs().get(r);
        assertThat(same.text()).isEqualTo(run.text());
        assertThat(same.inclusion()).isEqualTo(run.inclusion());
        assertThat(same.blocks()).hasSize(run.blocks().size());
        for (int b = 0; b < run.blocks().size(); b++) {
          assertThat(same.blocks().get(b)).isEqualTo(run.blocks().get(b));
        }
      }
    }
  }

  /** Each is sealed, so only the reader's own rules refuse it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | v2",
        "\"runs\":1 | \"runs\":2",
        "\"runs\":1 | \"runs\":0",
        "\"runs\":1 | \"runs\":01",
        "\"runs\":1 | \"runs\":99999999999999999999",
        "\"runs\":1 | \"runs\": 1",
        "\"index\":4 | \"index\":-4",
        "\"index\":4 | \"index\":4,\"more\":1",
        "\"a\":{ | \"a\" :{",
        "\"a\":{ | \"a\":{{",
        "abab | ABab",
        "abab | zzab",
        "AAEC | AAF=",
        "AAEC | AAED====",
        "AAEC | AA EC",
        "note | no\\u0074e",
        "\"answer\" | \"prompt\"",
        "{\"block\" | {\"lock\"",
      })
  void refusesEverySecondSpelling(String part, String other) {
    Bundle bundle =
        new Bundle(
            "note",
            Optional.empty(),
            List.of(
                new BundledRun(
                    ENVELOPE,
                    4,
                    List.of(Hash.ofHex("ab".repeat(32))),
                    List.of(new byte[] {0, 1, 2}),
                    Optional.of(new BundledText("5a".repeat(32), null, null, "p", "r")))));
    byte[] bytes = BundleCodec.encode(bundle);
    assertThat(BundleCodec.decode(bytes).runs()).hasSize(1);
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text).contains(part);
    String body = text.substring(0, text.lastIndexOf("{\"sha256\"")).replace(part, other);
    String sealed =
        body + "{\"sha256\":\"" + Format.seal(body.getBytes(StandardCharsets.UTF_8)) + "\"}\n";
    assertThatThrownBy(() -> BundleCodec.decode(sealed.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedBundleException.class);
  }

  @Test
  void throwsOneKindOfErrorOnAnyBytes() {
    Random random = new Random(4);
    byte[] whole = BundleCodec.encode(bundle(random));
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 10));
      for (int k = random.nextInt(4); k > 0 && bytes.length > 0; k--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      if (!Arrays.equals(bytes, whole)) {
        assertThatThrownBy(() -> BundleCodec.decode(bytes))
            .isInstanceOf(MalformedBundleException.class);
      }
    }
  }

  @Test
  void readsLinesOfRandomShapesWithOneKindOfError() {
    Random random = new Random(5);
    String whole = new String(BundleCodec.encode(bundle(random)), StandardCharsets.UTF_8);
    String body = whole.substring(0, whole.lastIndexOf("{\"sha256\""));
    for (int i = 0; i < 5_000; i++) {
      StringBuilder changed = new StringBuilder(body);
      int at = random.nextInt(body.length());
      switch (random.nextInt(3)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, "\"{}[],:0\n\\u".charAt(random.nextInt(11)));
        default -> changed.setCharAt(at, (char) (32 + random.nextInt(95)));
      }
      try {
        var unused = new BundleReader(changed.toString()).read();
      } catch (MalformedBundleException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  private static Bundle bundle(Random random) {
    List<BundledRun> runs = new ArrayList<>();
    long index = 0;
    for (int r = random.nextInt(4); r >= 0; r--) {
      index += 1 + random.nextInt(1000);
      List<byte[]> blocks = new ArrayList<>();
      for (int b = random.nextInt(3); b > 0; b--) {
        byte[] block = new byte[random.nextInt(50)];
        random.nextBytes(block);
        blocks.add(block);
      }
      runs.add(new BundledRun(ENVELOPE, index, hashes(random), blocks, text(random)));
    }
    Optional<Bundle.Growth> growth =
        random.nextBoolean()
            ? Optional.of(new Bundle.Growth(random.nextInt(100), hashes(random)))
            : Optional.empty();
    return new Bundle("origin\n7\nroot\n\n\u2014 name sig\n", growth, runs);
  }

  private static Optional<BundledText> text(Random random) {
    String odd = "\u0000\u001f\"\\\b\f\r\t\n\u007f\u2028\ud83d\ude00\u20ac";
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(
            new BundledText(
                "5a".repeat(32),
                random.nextBoolean() ? null : odd,
                random.nextBoolean() ? null : "",
                odd,
                "a"));
  }

  private static List<Hash> hashes(Random random) {
    List<Hash> hashes = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      byte[] bytes = new byte[Hash.LENGTH];
      random.nextBytes(bytes);
      hashes.add(Hash.of(bytes));
    }
    return hashes;
  }
}
