package glassbox.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.Cosignature;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.checkpoint.Witness;
import glassbox.ledger.checkpoint.WitnessPolicy;
import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.KeyType;
import glassbox.ledger.note.Note;
import glassbox.ledger.note.NoteSignature;
import glassbox.ledger.note.SignerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest extends LogTest {

  @Test
  void aNewKeyTakesOverAtTheNextCheckpoint() throws IOException {
    bench.record(5);
    bench.integrate();
    VerifiedCheckpoint old = bench.checkpoint();
    String oldKey = keys().current().text();
    Files.delete(bench.home.resolve("log-signing.key"));

    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining("old-verifier-keys")
        .hasMessageContaining(oldKey);

    TransparencyLog log = bench.log(bench.settings(List.of(oldKey), List.of()));
    log.start();
    bench.record(2);
    log.integrate();
    log.stop();
    LogKeys keys = keys();
    assertThat(keys.keys()).hasSize(2);
    assertThat(keys.current().text()).isNotEqualTo(oldKey);
    VerifiedCheckpoint now = bench.checkpoint();
    assertThat(now.head().size()).isEqualTo(7);
    assertThat(now.note().signatures().getFirst().claims(keys.current())).isTrue();
    assertThat(bench.verify(old.note().bytes()).head()).isEqualTo(old.head());
    bench.startAndStop();
  }

  @Test
  void aKeyThatHadItsTimeDoesNotComeBack() throws IOException {
    bench.record(5);
    bench.integrate();
    String first = keys().current().text();
    String secret = Files.readString(bench.home.resolve("log-signing.key"));
    Files.delete(bench.home.resolve("log-signing.key"));
    TransparencyLog log = bench.log(bench.settings(List.of(first), List.of()));
    log.start();
    log.stop();
    String second = keys().current().text();

    Files.writeString(bench.home.resolve("log-signing.key"), secret);
    TransparencyLog back = bench.log(bench.settings(List.of(first, second), List.of()));
    assertThatThrownBy(back::start).isInstanceOf(LogInconsistentException.class);
  }

  @Test
  void publishesWitnessesCosignatures() throws IOException {
    SignerKey witnessKey = witness();
    String verifier = witnessKey.verifier().text();
    bench.record(5);
    bench.integrate();
    Witness witness =
        new Witness(
            witnessKey,
            new CheckpointVerifier("example.org/log", keys(), WitnessPolicy.NONE),
            TreeHead.EMPTY,
            Clock.systemUTC());
    byte[] cosigned =
        witness.cosign(bench.reader().checkpoint(), new ConsistencyProof(0, 5, List.of())).bytes();

    LogSettings settings = bench.settings(List.of(), List.of(verifier));
    TransparencyLog log = bench.log(settings);
    log.start();
    try {
      log.cosign(cosigned);
      log.cosign(cosigned);
      assertThat(witnessed(witnessKey)).hasSize(1);
      assertRefused(log, bench.checkpoint().note().with(forged(witnessKey)).bytes());
      assertRefused(log, strangersNote());
      assertRefused(log, new byte[] {1, 2, 3});
    } finally {
      log.stop();
    }
    assertThat(witnessed(witnessKey)).hasSize(1);
    log = bench.log(settings);
    log.start();
    try {
      assertThat(witnessed(witnessKey)).as("kept over a restart").hasSize(1);
      bench.record();
      log.integrate();
      assertThat(witnessed(witnessKey)).as("another checkpoint").isEmpty();
      assertRefused(log, cosigned);
    } finally {
      log.stop();
    }
  }

  private byte[] strangersNote() throws IOException {
    Note published = bench.checkpoint().note();
    Note bare = new Note(published.text(), List.of(published.signatures().getFirst()));
    return new Witness(
            witness(),
            new CheckpointVerifier("example.org/log", keys(), WitnessPolicy.NONE),
            TreeHead.EMPTY,
            Clock.systemUTC())
        .cosign(bare.bytes(), new ConsistencyProof(0, 5, List.of()))
        .bytes();
  }

  private static NoteSignature forged(SignerKey witness) {
    return new NoteSignature(witness.verifier().name(), witness.verifier().keyId(), new byte[72]);
  }

  private void assertRefused(TransparencyLog log, byte[] cosigned) {
    byte[] before = bench.reader().checkpoint();
    assertThatThrownBy(() -> log.cosign(cosigned)).isInstanceOf(CosignatureRefusedException.class);
    assertThat(bench.reader().checkpoint()).isEqualTo(before);
  }

  private List<Cosignature> witnessed(SignerKey witness) throws IOException {
    return new CheckpointVerifier(
            "example.org/log", keys(), new WitnessPolicy(0, List.of(witness.verifier())))
        .verify(bench.reader().checkpoint())
        .cosignatures();
  }

  private static SignerKey witness() {
    return SignerKey.generate("witness.example", KeyType.COSIGNATURE, new SecureRandom());
  }

  private LogKeys keys() throws IOException {
    return LogKeys.parse(Files.readString(bench.home.resolve("log-verifier.pub")));
  }
}
