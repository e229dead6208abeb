package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Verdict;
import glassbox.critics.gate.Vote;
import glassbox.ledger.bundle.BundleCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every bit of a bundle is one that counts. Twice: as an accident, and by someone who seals the
 * file anew, so that only keys, proofs and hashes are left to find it. Bits are drawn with a seed;
 * a flip that is not found fails the test.
 */
class FlippedBitsTest {
  /** All of them with {@code -Dflips=10000}, as benchmarks/ledger/run does: about a minute. */
  private static final int FLIPS = Integer.getInteger("flips", 800);

  @TempDir private Path directory;
  private Verifier verifier;
  private byte[] bundle;

  @BeforeEach
  void seal() {
    TestLog log = new TestLog(directory, 1);
    log.others(5);
    byte[] older = log.checkpoint();
    List<Vote> votes =
        List.of(
            new Vote("units", true, new Verdict.Passed(2)),
            new Vote("contradiction", true, new Verdict.Passed(1)));
    log.add(TestRuns.run(1, 1, TestRuns.report(votes, .9)));
    log.others(3);
    log.add(TestRuns.run(2, 2, Map.of()));
    bundle = BundleCodec.encode(log.bundle(5));
    verifier = new Verifier(log.trust(), Optional.of(older), Optional.empty(), Bars.DEFAULT);
    assertThat(verifier.verify(bundle).exitCode()).isEqualTo(Verification.RIGHT);
  }

  @Test
  void findsAnyFlippedBit() {
    var random = new SplittableRandom(20261128);
    for (int i = 0; i < FLIPS; i++) {
      int bit = random.nextInt(8 * bundle.length);
      assertThat(verifier.verify(flipped(bit)).exitCode())
          .as("bit %d of byte %d", bit % 8, bit / 8)
          .isNotEqualTo(Verification.RIGHT);
    }
    FlipCount.add("bundle", FLIPS, FLIPS);
  }

  @Test
  void findsAnyFlippedBitUnderANewSeal() {
    var random = new SplittableRandom(82112026);
    int body = sealAt();
    int[] codes = new int[3];
    for (int i = 0; i < FLIPS; i++) {
      int bit = random.nextInt(8 * body);
      int code = verifier.verify(sealed(flipped(bit), body)).exitCode();
      codes[code]++;
      assertThat(code)
          .as("bit %d of byte %d, sealed anew", bit % 8, bit / 8)
          .isNotEqualTo(Verification.RIGHT);
    }
    System.out.printf(
        "%d of %d flips under a new seal found: %d wrong, %d unjudged%n",
        codes[1] + codes[2], FLIPS, codes[1], codes[2]);
    FlipCount.add("bundle under a new seal", FLIPS, codes[1] + codes[2]);
    assertThat(codes[Verification.WRONG]).as("found by more than form").isGreaterThan(FLIPS / 4);
  }

  @Test
  void findsACutAtEveryByte() {
    for (int length = 0; length < bundle.length; length++) {
      assertThat(verifier.verify(Arrays.copyOf(bundle, length)).exitCode())
          .isEqualTo(Verification.UNJUDGED);
    }
  }

  private byte[] flipped(int bit) {
    byte[] changed = bundle.clone();
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    return changed;
  }

  private int sealAt() {
    String text = new String(bundle, StandardCharsets.ISO_8859_1);
    return text.lastIndexOf("{\"sha256\":");
  }

  private static byte[] sealed(byte[] changed, int body) {
    byte[] lines = Arrays.copyOf(changed, body);
    String seal = "{\"sha256\":\"" + sha256(lines) + "\"}\n";
    byte[] end = seal.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(lines, body + end.length);
    System.arraycopy(end, 0, whole, body, end.length);
    return whole;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
