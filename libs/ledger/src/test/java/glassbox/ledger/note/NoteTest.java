package glassbox.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoteTest {
  // Published with the documentation of Go's note package: made by another implementation.
  private static final String SIGNER =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String VERIFIER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String LINE =
      "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
          + "otpRZb6KE6RyyBwJnAM=\n";

  private final SignerKey key = SignerKey.parse(SIGNER);
  private final VerifierKey known = VerifierKey.parse(VERIFIER);

  @Test
  void signsAndVerifiesAsAnotherImplementation() {
    Note note = Note.sign(TEXT, key);
    assertThat(note.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT + "\n" + LINE);
    assertThat(Note.parse(note.bytes())).isEqualTo(note);
    assertThat(note.verify(List.of(known))).containsExactly(known);
    assertThat(key.verifier()).isEqualTo(known);
    assertThat(key.secretText()).isEqualTo(SIGNER);
    assertThat(known.text()).isEqualTo(VERIFIER);
    assertThat(key.toString()).doesNotContain("AYEKFALV");
  }

  @Test
  void ignoresUnknownKeysAndNeedsAKnownOne() {
    SignerKey other = generated("other.example/key");
    Note note = Note.sign(TEXT, key).with(other.signNote(TEXT));
    assertThat(note.verify(List.of(known))).containsExactly(known);
    assertThat(note.verify(List.of(other.verifier(), known))).hasSize(2);
    assertUnverified(note, generated("stranger.example/key").verifier());
    assertUnverified(note, generated("PeterNeumann").verifier());
  }

  @Test
  void refusesAFalseLineOfAKnownKeyBesideATrueOne() {
    NoteSignature otherText = key.signNote("Another text.\n");
    assertUnverified(Note.sign(TEXT, key).with(otherText), known);
  }

  @Test
  void aWitnessKeySignsNoNote() {
    SignerKey witness = SignerKey.generate("w.example", KeyType.COSIGNATURE, new SecureRandom());
    assertThatIllegalStateException().isThrownBy(() -> witness.signNote(TEXT));
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    assertThat(witness.verifier().signed(text, witness.sign(text))).isTrue();
    assertThat(witness.verifier().verify(text, witness.sign(text))).isFalse();
  }

  @Test
  void rejectsEveryFlippedBit() {
    byte[] good = Note.sign(TEXT, key).bytes();
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(verified(bad)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void readsOnlyNotes() {
    String good = TEXT + "\n" + LINE;
    assertThat(verified(good.getBytes(StandardCharsets.UTF_8))).isTrue();
    for (String bad :
        List.of(
            "",
            "\n",
            TEXT,
            TEXT + "\n",
            good.substring(0, good.length() - 1),
            good + "\n",
            good.replace("\u2014", "-"),
            good.replace("PeterNeumann ", "Peter Neumann "),
            good.replace("PeterNeumann ", ""),
            good.replace("PeterNeumann ", "Peter+Neumann "),
            good.replace("PeterNeumann ", "Peter\u00a0Neumann "),
            good.replace("AM=", "AM"),
            good.replace("AM=", "AN="),
            good.replace("you think", "you\tthink"),
            good.replace("\n", "\r\n"),
            TEXT + "\n\u2014 PeterNeumann x08gow==\n",
            TEXT + "\n" + LINE.repeat(Note.MAX_SIGNATURES + 1))) {
      assertMalformed(bad.getBytes(StandardCharsets.UTF_8));
    }
    assertMalformed(new byte[Note.MAX_BYTES + 1]);
    assertMalformed(good.getBytes(StandardCharsets.UTF_16));
    assertThat(Note.parse((TEXT + "\n" + LINE.repeat(16)).getBytes(StandardCharsets.UTF_8)))
        .extracting(note -> note.signatures().size())
        .isEqualTo(16);
  }

  @Test
  void randomBytesGiveOnlyTheDocumentedException() {
    SplittableRandom random = new SplittableRandom(11);
    byte[] good = Note.sign(TEXT, key).bytes();
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(200)] : good.clone();
      if (i % 2 == 0) {
        random.nextBytes(bytes);
      } else {
        for (int n = random.nextInt(1, 6); n > 0; n--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      }
      if (!Arrays.equals(bytes, good)) {
        assertThat(verified(bytes)).isFalse();
      }
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      assertMalformedKey(text);
    }
  }

  @Test
  void readsOnlyKeysInTheirSpelling() {
    for (String bad :
        List.of(
            "",
            "+",
            "++",
            "PeterNeumann",
            VERIFIER.replace("c74f20a3", "C74F20A3"),
            VERIFIER.replace("c74f20a3", "c74f20a4"),
            VERIFIER.replace("PeterNeumann", "Peter"),
            VERIFIER.replace("ARpc", "AXpc"),
            VERIFIER.replace("ARpc", "ARpd"),
            VERIFIER + "=",
            " " + VERIFIER)) {
      assertMalformedKey(bad);
    }
  }

  private static SignerKey generated(String name) {
    SignerKey key = SignerKey.generate(name, KeyType.ED25519, new SecureRandom());
    assertThat(SignerKey.parse(key.secretText()).verifier()).isEqualTo(key.verifier());
    return key;
  }

  /** Any exception but the documented two fails the test. */
  private boolean verified(byte[] bytes) {
    try {
      return Note.parse(bytes).verify(List.of(known)).contains(known);
    } catch (MalformedNoteException | UnverifiedNoteException e) {
      return false;
    }
  }

  private static void assertUnverified(Note note, VerifierKey key) {
    assertThatExceptionOfType(UnverifiedNoteException.class)
        .isThrownBy(() -> note.verify(List.of(key)));
  }

  private static void assertMalformed(byte[] bytes) {
    assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(() -> Note.parse(bytes));
  }

  private static void assertMalformedKey(String text) {
    assertThatExceptionOfType(MalformedNoteException.class)
        .isThrownBy(() -> VerifierKey.parse(text));
    assertThatExceptionOfType(MalformedNoteException.class)
        .isThrownBy(() -> SignerKey.parse("PRIVATE+KEY+" + text));
  }
}
