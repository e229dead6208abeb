package glassbox.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Proof vectors of a public transparency project, accepted and rejected ones. */
class PublicVectorsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  // Sizes are unsigned in the vectors: one beyond a long turns negative, which must be rejected.
  record Inclusion(
      BigInteger leafIdx,
      BigInteger treeSize,
      String root,
      String leafHash,
      @Nullable List<String> proof,
      String desc,
      boolean wantErr) {}

  record Consistency(
      BigInteger size1,
      BigInteger size2,
      String root1,
      String root2,
      @Nullable List<String> proof,
      String desc,
      boolean wantErr) {}

  @Test
  void judgesInclusion() throws IOException {
    int accepted = 0;
    List<Path> files = files("inclusion");
    for (Path file : files) {
      Inclusion vector = JSON.readValue(Files.readAllBytes(file), Inclusion.class);
      assertThat(includes(vector)).as("%s: %s", file, vector.desc()).isNotEqualTo(vector.wantErr());
      accepted += vector.wantErr() ? 0 : 1;
    }
    assertThat(accepted).isGreaterThanOrEqualTo(6);
    assertThat(files).hasSizeGreaterThan(90);
  }

  @Test
  void judgesConsistency() throws IOException {
    int accepted = 0;
    List<Path> files = files("consistency");
    for (Path file : files) {
      Consistency vector = JSON.readValue(Files.readAllBytes(file), Consistency.class);
      boolean verdict =
          ProofVerifier.consistent(
              vector.size1().longValue(),
              vector.size2().longValue(),
              bytes(vector.root1()),
              bytes(vector.root2()),
              bytes(vector.proof()));
      assertThat(verdict).as("%s: %s", file, vector.desc()).isNotEqualTo(vector.wantErr());
      accepted += vector.wantErr() ? 0 : 1;
    }
    assertThat(accepted).isGreaterThanOrEqualTo(5);
    assertThat(files).hasSizeGreaterThan(90);
  }

  /** What is not 32 bytes cannot even be said in this API: rejected. */
  private static boolean includes(Inclusion vector) {
    byte[] leaf = bytes(vector.leafHash());
    byte[] root = bytes(vector.root());
    List<byte[]> proof = bytes(vector.proof());
    Stream<byte[]> all = Stream.concat(Stream.of(leaf, root), proof.stream());
    if (vector.treeSize().longValue() < 1 || !all.allMatch(hash -> hash.length == Hash.LENGTH)) {
      return false;
    }
    return ProofVerifier.includes(
        new TreeHead(vector.treeSize().longValue(), Hash.of(root)),
        Hash.of(leaf),
        new InclusionProof(
            vector.leafIdx().longValue(),
            vector.treeSize().longValue(),
            proof.stream().map(Hash::of).toList()));
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static List<byte[]> bytes(@Nullable List<String> proof) {
    List<byte[]> hashes = new ArrayList<>();
    if (proof != null) {
      proof.forEach(hash -> hashes.add(bytes(hash)));
    }
    return hashes;
  }

  private static List<Path> files(String kind) throws IOException {
    Path vectors = Path.of("").toAbsolutePath();
    while (vectors != null && !Files.isDirectory(vectors.resolve("shared/vectors/merkle"))) {
      vectors = vectors.getParent();
    }
    if (vectors == null) {
      System.out.println("SKIPPED: no folder shared/vectors/merkle beside the repository");
    }
    Assumptions.assumeTrue(vectors != null, "no public vectors here");
    try (Stream<Path> files = Files.walk(vectors.resolve("shared/vectors/merkle").resolve(kind))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
