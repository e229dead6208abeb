package glassbox.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.InconsistentTreeException;
import glassbox.ledger.merkle.ProofBuilder;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.merkle.Trees;
import glassbox.ledger.note.KeyType;
import glassbox.ledger.note.MalformedNoteException;
import glassbox.ledger.note.Note;
import glassbox.ledger.note.SignerKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private static final String ORIGIN = "glassbox.example/log";
  private static final Instant NOW = Instant.ofEpochSecond(1_760_000_000L);

  private final List<Hash> leaves = Trees.leaves(40, new SplittableRandom(21));
  private final ProofBuilder tree = new ProofBuilder(Trees.nodes(leaves));
  private final SignerKey key = signer(ORIGIN, KeyType.ED25519);
  private final LogKeys keys = LogKeys.of(key.verifier());
  private final CheckpointSigner pen = new CheckpointSigner(ORIGIN, key, keys);
  private final SignerKey first = signer("witness.example/1", KeyType.COSIGNATURE);
  private final SignerKey second = signer("witness.example/2", KeyType.COSIGNATURE);

  @Test
  void readsWhatItWrote() {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, tree.head(9), List.of("one", "two words"));
    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    assertThat(new Checkpoint(ORIGIN, TreeHead.EMPTY).text())
        .isEqualTo(ORIGIN + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
  }

  @Test
  void readsOnlyCheckpoints() {
    String root = tree.head(9).rootHash().base64();
    for (String bad :
        List.of(
            "",
            "\n",
            ORIGIN + "\n9\n",
            ORIGIN + "\n9\n" + root,
            "\n9\n" + root + "\n",
            ORIGIN + "\n09\n" + root + "\n",
            ORIGIN + "\n-9\n" + root + "\n",
            ORIGIN + "\n+9\n" + root + "\n",
            ORIGIN + "\n\u0669\n" + root + "\n",
            ORIGIN + "\n9223372036854775808\n" + root + "\n",
            ORIGIN + "\n0\n" + root + "\n",
            ORIGIN + "\n9\n" + root.substring(4) + "\n",
            ORIGIN + "\n9\n" + root.replace("=", "") + "\n",
            ORIGIN + "\n9\n" + root + "\n\n",
            ORIGIN + "\n9\n" + root + "\n\nextension\n")) {
      assertThatExceptionOfType(MalformedCheckpointException.class)
          .as(bad)
          .isThrownBy(() -> Checkpoint.parse(bad));
    }
  }

  @Test
  void signsOnlyWhatExtendsTheLastHead() {
    Note empty = pen.first();
    assertThat(verifier(WitnessPolicy.NONE).verify(empty.bytes()).head()).isEqualTo(TreeHead.EMPTY);
    TreeHead nine = tree.head(9);
    Note grown = pen.next(TreeHead.EMPTY, nine, tree.consistency(0, 9));
    assertThat(verifier(WitnessPolicy.NONE).verify(grown.bytes()).head()).isEqualTo(nine);
    pen.next(nine, tree.head(40), tree.consistency(9, 40));
    TreeHead forged = new TreeHead(9, Trees.flip(nine.rootHash(), 3));
    assertInconsistent(forged, tree.head(40), tree.consistency(9, 40));
    assertInconsistent(tree.head(40), nine, tree.consistency(9, 40));
    assertInconsistent(nine, forged, tree.consistency(9, 9));
  }

  @Test
  void rotatesKeysWithoutLosingOldCheckpoints() {
    Note old = pen.next(tree.head(5), tree.head(9), tree.consistency(5, 9));
    SignerKey next = signer(ORIGIN, KeyType.ED25519);
    LogKeys rotated = keys.rotate(next.verifier(), 9);
    CheckpointVerifier verifier = new CheckpointVerifier(ORIGIN, rotated, WitnessPolicy.NONE);
    assertThat(verifier.verify(old.bytes()).head().size()).isEqualTo(9);

    CheckpointSigner newPen = new CheckpointSigner(ORIGIN, next, rotated);
    ConsistencyProof same = tree.consistency(9, 9);
    assertThat(verifier.verify(newPen.next(tree.head(9), tree.head(9), same).bytes())).isNotNull();
    ConsistencyProof more = tree.consistency(9, 40);
    assertThat(verifier.verify(newPen.next(tree.head(9), tree.head(40), more).bytes())).isNotNull();
    assertUntrusted(verifier, pen.next(tree.head(9), tree.head(40), more));
    Note early = Note.sign(new Checkpoint(ORIGIN, tree.head(5)).text(), next);
    assertUntrusted(verifier, early);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CheckpointSigner(ORIGIN, key, rotated));
    assertThat(LogKeys.parse(rotated.text())).isEqualTo(rotated);
    assertThat(rotated.at(9)).containsExactly(key.verifier(), next.verifier());
    assertThatIllegalArgumentException().isThrownBy(() -> rotated.rotate(next.verifier(), 20));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rotated.rotate(signer(ORIGIN, KeyType.ED25519).verifier(), 3));
  }

  @Test
  void readsOnlyKeyLists() {
    String vkey = key.verifier().text();
    for (String bad :
        List.of(
            "",
            "\n",
            "0 - ",
            "0 5 " + vkey + "\n",
            "5 3 " + vkey + "\n",
            "00 - " + vkey + "\n",
            "0 - " + vkey + "\n0 - " + vkey + "\n",
            "0 9999999999999999999 " + vkey + "\n",
            "0 - " + first.verifier().text() + "\n")) {
      assertThatExceptionOfType(MalformedCheckpointException.class)
          .as(bad)
          .isThrownBy(() -> LogKeys.parse(bad));
    }
  }

  @Test
  void asksForEnoughWitnesses() {
    WitnessPolicy both = policy(2, first, second);
    byte[] signed = pen.next(tree.head(5), tree.head(9), tree.consistency(5, 9)).bytes();
    assertUntrusted(verifier(both), Note.parse(signed));
    byte[] one = witness(first, TreeHead.EMPTY).cosign(signed, tree.consistency(0, 9)).bytes();
    assertUntrusted(verifier(both), Note.parse(one));
    byte[] twice = witness(first, TreeHead.EMPTY).cosign(one, tree.consistency(0, 9)).bytes();
    assertUntrusted(verifier(both), Note.parse(twice));
    byte[] two = witness(second, tree.head(5)).cosign(one, tree.consistency(5, 9)).bytes();
    VerifiedCheckpoint verified = verifier(both).verify(two);
    assertThat(verified.cosignatures())
        .containsExactly(
            new Cosignature(first.verifier(), NOW), new Cosignature(second.verifier(), NOW));
    assertThat(verifier(policy(1, first)).verify(two).cosignatures()).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> policy(3, first, second));
    assertThatIllegalArgumentException().isThrownBy(() -> policy(1, first, first));
    assertThatIllegalArgumentException().isThrownBy(() -> policy(1, key));
  }

  @Test
  void aWitnessRefusesARewrittenLog() {
    Witness witness = witness(first, TreeHead.EMPTY);
    Note nine = pen.next(TreeHead.EMPTY, tree.head(9), tree.consistency(0, 9));
    witness.cosign(nine.bytes(), tree.consistency(0, 9));
    List<Hash> rewritten = new ArrayList<>(leaves);
    rewritten.set(4, leaves.get(5));
    ProofBuilder other = new ProofBuilder(Trees.nodes(rewritten));
    Note forged = pen.next(TreeHead.EMPTY, other.head(40), other.consistency(0, 40));
    assertThatExceptionOfType(InconsistentTreeException.class)
        .isThrownBy(() -> witness.cosign(forged.bytes(), other.consistency(9, 40)));
    assertThat(witness.seen()).isEqualTo(tree.head(9));
  }

  @Test
  void everyFlippedBitOfACosignedCheckpointIsFound() {
    CheckpointVerifier verifier = verifier(policy(2, first, second));
    byte[] signed = pen.next(tree.head(5), tree.head(9), tree.consistency(5, 9)).bytes();
    byte[] one = witness(first, TreeHead.EMPTY).cosign(signed, tree.consistency(0, 9)).bytes();
    byte[] good = witness(second, TreeHead.EMPTY).cosign(one, tree.consistency(0, 9)).bytes();
    assertThat(verifier.verify(good).cosignatures()).hasSize(2);
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(believed(verifier, bad)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void randomTextsGiveOnlyTheDocumentedException() {
    SplittableRandom random = new SplittableRandom(22);
    String good = new Checkpoint(ORIGIN, tree.head(9)).text();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(good);
      for (int n = random.nextInt(1, 8); n > 0; n--) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x300));
      }
      text.setLength(random.nextInt(text.length() + 1));
      try {
        assertThat(Checkpoint.parse(text.toString()).text()).isEqualTo(text.toString());
      } catch (MalformedCheckpointException e) {
        assertThat(e).hasMessageNotContaining(ORIGIN);
      }
    }
  }

  private boolean believed(CheckpointVerifier verifier, byte[] bytes) {
    try {
      verifier.verify(bytes);
      return true;
    } catch (MalformedNoteException
        | MalformedCheckpointException
        | UntrustedCheckpointException e) {
      return false;
    }
  }

  private void assertInconsistent(TreeHead last, TreeHead next, ConsistencyProof proof) {
    assertThatExceptionOfType(InconsistentTreeException.class)
        .isThrownBy(() -> pen.next(last, next, proof));
  }

  private static void assertUntrusted(CheckpointVerifier verifier, Note note) {
    assertThatExceptionOfType(UntrustedCheckpointException.class)
        .isThrownBy(() -> verifier.verify(note.bytes()));
  }

  private CheckpointVerifier verifier(WitnessPolicy policy) {
    return new CheckpointVerifier(ORIGIN, keys, policy);
  }

  private Witness witness(SignerKey witness, TreeHead seen) {
    return new Witness(
        witness, verifier(WitnessPolicy.NONE), seen, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static WitnessPolicy policy(int required, SignerKey... witnesses) {
    return new WitnessPolicy(
        required, List.of(witnesses).stream().map(SignerKey::verifier).toList());
  }

  private static SignerKey signer(String name, KeyType type) {
    return SignerKey.generate(name, type, new SecureRandom());
  }
}
