package glassbox.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.ImmutableInclusionProof;
import dev.sigstore.rekor.client.ImmutableRekorEntry;
import dev.sigstore.rekor.client.ImmutableVerification;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.rekor.client.RekorVerifier;
import dev.sigstore.trustroot.ImmutableLogId;
import dev.sigstore.trustroot.ImmutablePublicKey;
import dev.sigstore.trustroot.ImmutableTransparencyLog;
import dev.sigstore.trustroot.ImmutableValidFor;
import glassbox.ledger.checkpoint.CheckpointSigner;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.KeyType;
import glassbox.ledger.note.SignerKey;
import glassbox.ledger.tile.FileTiles;
import glassbox.ledger.tile.TileLog;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our checkpoints and proofs, judged by a verifier that we did not write: sigstore's for the Rekor
 * log, which reads the same kind of log. It wants the key to be named after the log's host.
 */
class ForeignVerifierTest {
  private static final String ORIGIN = "log.glassbox.test";
  private static final HexFormat HEX = HexFormat.of();

  /** An Ed25519 key in X.509 form is these bytes and the 32 of the key (RFC 8410). */
  private static final byte[] ED25519 = HEX.parseHex("302a300506032b6570032100");

  @TempDir private Path folder;
  private SignerKey key;
  private TileLog tiles;
  private final List<LogEntry> entries = new ArrayList<>();

  @BeforeEach
  void open() throws NoSuchAlgorithmException {
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(5);
    key = SignerKey.generate(ORIGIN, KeyType.ED25519, random);
    tiles = TileLog.open(new FileTiles(folder), TreeHead.EMPTY);
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      entries.add(LogEntry.run(HEX.toHexDigits(1L + entries.size()).repeat(4)));
    }
    var unused = tiles.append(entries.stream().map(LogEntry::bytes).toList());
  }

  private String checkpoint(SignerKey signer, String origin) {
    TreeHead head = tiles.head();
    byte[] note =
        new CheckpointSigner(origin, signer, LogKeys.of(signer.verifier()))
            .next(TreeHead.EMPTY, head, tiles.proofs().consistency(0, head.size()))
            .bytes();
    return new String(note, StandardCharsets.UTF_8);
  }

  private RekorEntry entry(long index) {
    TreeHead head = tiles.head();
    return entry(
        entries.get(Math.toIntExact(index)).bytes(),
        index,
        head.rootHash(),
        tiles.proofs().inclusion(index, head.size()).hashes(),
        checkpoint(key, ORIGIN));
  }

  private RekorEntry entry(
      byte[] body, long index, Hash root, List<Hash> proof, String checkpoint) {
    return ImmutableRekorEntry.builder()
        .body(Base64.getEncoder().encodeToString(body))
        .integratedTime(0)
        .logID(HEX.formatHex(logId()))
        .logIndex(index)
        .verification(
            ImmutableVerification.builder()
                .signedEntryTimestamp("")
                .inclusionProof(
                    ImmutableInclusionProof.builder()
                        .logIndex(index)
                        .treeSize(tiles.head().size())
                        .rootHash(HEX.formatHex(root.bytes()))
                        .addAllHashes(proof.stream().map(h -> HEX.formatHex(h.bytes())).toList())
                        .checkpoint(checkpoint)
                        .build())
                .build())
        .build();
  }

  private byte[] logId() {
    return ByteBuffer.allocate(4).putInt(key.verifier().keyId()).array();
  }

  private byte[] x509() {
    byte[] raw = key.verifier().bytes();
    return ByteBuffer.allocate(ED25519.length + raw.length).put(ED25519).put(raw).array();
  }

  private dev.sigstore.trustroot.PublicKey publicKey() {
    return ImmutablePublicKey.builder()
        .rawBytes(x509())
        .keyDetails("PKIX_ED25519")
        .validFor(ImmutableValidFor.builder().start(Instant.EPOCH).build())
        .build();
  }

  private RekorVerifier sigstore() {
    return RekorVerifier.newRekorVerifier(
        List.of(
            ImmutableTransparencyLog.builder()
                .baseUrl(URI.create("https://" + ORIGIN))
                .hashAlgorithm("SHA2_256")
                .logId(ImmutableLogId.builder().keyId(logId()).build())
                .publicKey(publicKey())
                .build()));
  }

  /** Sizes around powers of two and tiles; every entry of the small logs, some of the large. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 64, 255, 256, 257, 700})
  void sigstoreAcceptsEveryEntry(int size) {
    fill(size);
    RekorVerifier sigstore = sigstore();
    for (long index = 0; index < size; index += size < 100 ? 1 : 37) {
      RekorEntry entry = entry(index);
      assertThatCode(() -> sigstore.verifyEntry(entry))
          .as("entry %d of %d", index, size)
          .doesNotThrowAnyException();
    }
  }

  /** It does judge: whatever we change, it refuses. */
  @Test
  void sigstoreRefusesEveryChange() {
    fill(21);
    TreeHead head = tiles.head();
    byte[] body = entries.get(13).bytes();
    List<Hash> proof = tiles.proofs().inclusion(13, 21).hashes();
    String signed = checkpoint(key, ORIGIN);
    assertThatCode(() -> sigstore().verifyEntry(entry(body, 13, head.rootHash(), proof, signed)))
        .doesNotThrowAnyException();
    for (int bit = 0; bit < body.length * 8; bit++) {
      byte[] other = body.clone();
      other[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(entry(other, 13, head.rootHash(), proof, signed));
    }
    for (int h = 0; h < proof.size(); h++) {
      List<Hash> other = new ArrayList<>(proof);
      other.set(h, Hash.of(flipped(other.get(h).bytes(), h)));
      assertRefused(entry(body, 13, head.rootHash(), other, signed));
    }
    assertRefused(entry(body, 12, head.rootHash(), proof, signed));
    assertRefused(entry(body, 13, Hash.of(flipped(head.rootHash().bytes(), 9)), proof, signed));
    int sizeLine = signed.indexOf('\n') + 1;
    assertRefused(
        entry(
            body,
            13,
            head.rootHash(),
            proof,
            signed.substring(0, sizeLine) + "22" + signed.substring(sizeLine + 2)));
  }

  private void assertRefused(RekorEntry entry) {
    assertThatThrownBy(() -> sigstore().verifyEntry(entry)).isInstanceOf(Exception.class);
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }

  /** Where the log's name has a path, its parser and its signature check read it all the same. */
  @Test
  void sigstoreReadsACheckpointOfALogWithAPath() throws Exception {
    fill(5);
    String origin = ORIGIN + "/log";
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(6);
    key = SignerKey.generate(origin, KeyType.ED25519, random);
    RekorEntry.Checkpoint read = Checkpoints.from(checkpoint(key, origin));
    assertThat(read.getOrigin()).isEqualTo(origin);
    assertThat(read.getSize()).isEqualTo(5);
    assertThat(Base64.getDecoder().decode(read.getBase64Hash()))
        .isEqualTo(tiles.head().rootHash().bytes());
    RekorEntry.CheckpointSignature line = read.getSignatures().getFirst();
    assertThat(line.getIdentity()).isEqualTo(origin);
    assertThat(line.getKeyHint()).isEqualTo(logId());
    PublicKey verifier = publicKey().toJavaPublicKey();
    byte[] text = read.getSignedData().getBytes(StandardCharsets.UTF_8);
    assertThat(Verifiers.newVerifier(verifier).verify(text, line.getSignature())).isTrue();
    assertThat(Verifiers.newVerifier(verifier).verify(flipped(text, 3), line.getSignature()))
        .isFalse();
  }
}
