package glassbox.ledger.royalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;

class RoyaltyReceiptTest {
  private static final RoyaltyKey KEY = RoyaltyKey.generate(new SecureRandom());
  private static final RoyaltyReceipt RECEIPT =
      RoyaltyReceipt.of(
          new RoyaltyReceipt.Run(
              UUID.fromString("019aab10-4c00-7000-8000-000000000001"),
              "ab".repeat(32),
              List.of(
                  RoyaltyClaim.ofShare("units of old", 0.75),
                  RoyaltyClaim.ofShare("general", 0.25))),
          "invoice-7",
          1999,
          "EUR",
          Instant.parse("2026-11-28T07:00:00Z"));

  @Example
  void hasTheBytesOfItsDocument() {
    assertThat(new String(RECEIPT.signedBytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            glassbox/royalty-receipt/v1
            run 019aab10-4c00-7000-8000-000000000001
            record abababababababababababababababababababababababababababababababab
            fee invoice-7 1999 EUR
            issued 2026-11-28T07:00:00Z
            part 250000000000 150 350 general
            part 750000000000 450 1049 units of old
            """);
  }

  @Example
  void verifiesWhatItsKeySignedAndNothingElse() {
    byte[] signature = KEY.sign(RECEIPT);
    assertThat(KEY.verifier().verifies(RECEIPT, signature)).isTrue();
    for (RoyaltyReceipt other : forgeries()) {
      assertThat(KEY.verifier().verifies(other, signature)).as(other.toString()).isFalse();
    }
    RoyaltyKey stranger = RoyaltyKey.generate(new SecureRandom());
    assertThat(KEY.verifier().verifies(RECEIPT, stranger.sign(RECEIPT))).isFalse();
    assertThat(KEY.verifier().verifies(RECEIPT, new byte[0])).isFalse();
    assertThat(KEY.verifier().verifies(RECEIPT, new byte[64])).isFalse();
  }

  private static List<RoyaltyReceipt> forgeries() {
    RoyaltyReceipt.Run run =
        new RoyaltyReceipt.Run(RECEIPT.runId(), RECEIPT.recordHash(), RECEIPT.claims());
    RoyaltyReceipt.Run otherRun =
        new RoyaltyReceipt.Run(new UUID(1, 2), RECEIPT.recordHash(), RECEIPT.claims());
    RoyaltyReceipt.Run otherRecord =
        new RoyaltyReceipt.Run(RECEIPT.runId(), "cd".repeat(32), RECEIPT.claims());
    RoyaltyReceipt.Run otherShares =
        new RoyaltyReceipt.Run(
            RECEIPT.runId(), RECEIPT.recordHash(), List.of(RoyaltyClaim.ofShare("general", 1)));
    Instant at = RECEIPT.issuedAt();
    return List.of(
        RoyaltyReceipt.of(run, "invoice-7", 2000, "EUR", at),
        RoyaltyReceipt.of(run, "invoice-8", 1999, "EUR", at),
        RoyaltyReceipt.of(run, "invoice-7", 1999, "USD", at),
        RoyaltyReceipt.of(run, "invoice-7", 1999, "EUR", at.plusMillis(1)),
        RoyaltyReceipt.of(otherRun, "invoice-7", 1999, "EUR", at),
        RoyaltyReceipt.of(otherRecord, "invoice-7", 1999, "EUR", at),
        RoyaltyReceipt.of(otherShares, "invoice-7", 1999, "EUR", at));
  }

  @Example
  void findsEveryFlippedBitOfASignature() {
    byte[] signature = KEY.sign(RECEIPT);
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(KEY.verifier().verifies(RECEIPT, flipped)).as("bit " + bit).isFalse();
    }
  }

  @Example
  void cannotSayWhatDoesNotAddUp() {
    List<RoyaltyPart> parts = new ArrayList<>(RECEIPT.parts());
    RoyaltyPart first = parts.getFirst();
    parts.set(
        0,
        new RoyaltyPart(first.specialist(), first.weight(), first.trainer() + 1, first.host() - 1));
    assertThatThrownBy(() -> receipt("invoice-7", "EUR", parts)).hasMessageContaining("split");
    assertThatThrownBy(() -> receipt("in voice", "EUR", RECEIPT.parts()))
        .hasMessageContaining("fee id");
    assertThatThrownBy(() -> receipt("invoice-7", "eur", RECEIPT.parts()))
        .hasMessageContaining("currency");
  }

  @Example
  void specialistsCannotSmuggleALine() {
    assertThatThrownBy(
            () ->
                RoyaltyReceipt.of(
                    new RoyaltyReceipt.Run(
                        RECEIPT.runId(),
                        RECEIPT.recordHash(),
                        List.of(new RoyaltyClaim("a\npart 1 1 1 b", 1))),
                    "f",
                    1,
                    "EUR",
                    RECEIPT.issuedAt()))
        .hasMessageContaining("specialist");
  }

  private static RoyaltyReceipt receipt(String feeId, String currency, List<RoyaltyPart> parts) {
    return new RoyaltyReceipt(
        RECEIPT.runId(), RECEIPT.recordHash(), feeId, 1999, currency, RECEIPT.issuedAt(), parts);
  }

  @Example
  void readsItsKeyBack() {
    RoyaltyKey read = RoyaltyKey.parse(KEY.secretText());
    assertThat(read.verifier().id()).isEqualTo(KEY.verifier().id()).hasSize(16);
    assertThat(KEY.verifier().verifies(RECEIPT, read.sign(RECEIPT))).isTrue();
    assertThat(RoyaltyVerifier.parse(KEY.verifier().text()).verifies(RECEIPT, KEY.sign(RECEIPT)))
        .isTrue();
    assertThat(KEY.toString()).doesNotContain("private");
  }

  @Example
  void refusesAKeyThatIsNoPair() {
    String mine = KEY.secretText().lines().findFirst().orElseThrow();
    String theirs =
        RoyaltyKey.generate(new SecureRandom())
            .secretText()
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow();
    for (String text : List.of("", mine, mine + "\n" + theirs, "private x\npublic y\n")) {
      assertThatThrownBy(() -> RoyaltyKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
