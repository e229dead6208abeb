package glassbox.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The fast path against the RFC's recursion, and proofs with anything changed. */
class ProofTest {
  private static final int SMALL = 70;
  private static final int LARGEST = 2_000;

  @Test
  void agreesWithTheReferenceOnEverySmallTree() {
    List<Hash> all = Trees.leaves(SMALL, new SplittableRandom(1));
    CompactRange range = CompactRange.empty();
    for (int size = 1; size <= SMALL; size++) {
      List<Hash> leaves = all.subList(0, size);
      range.append(all.get(size - 1));
      ProofBuilder proofs = new ProofBuilder(Trees.nodes(leaves));
      TreeHead head = new TreeHead(size, ReferenceTree.root(leaves));
      assertThat(range.head()).isEqualTo(head);
      assertThat(CompactRange.of(size, range.peaks()).head()).isEqualTo(head);
      assertThat(proofs.head(size)).isEqualTo(head);
      for (int i = 0; i < size; i++) {
        InclusionProof inclusion = proofs.inclusion(i, size);
        assertThat(inclusion.hashes()).isEqualTo(ReferenceTree.path(i, leaves));
        assertThat(ProofVerifier.includes(head, leaves.get(i), inclusion)).isTrue();
        TreeHead older = new TreeHead(i + 1, ReferenceTree.root(leaves.subList(0, i + 1)));
        ConsistencyProof consistency = proofs.consistency(i + 1, size);
        assertThat(consistency.hashes()).isEqualTo(ReferenceTree.proof(i + 1, leaves));
        assertThat(ProofVerifier.consistent(older, head, consistency)).isTrue();
      }
    }
  }

  @Test
  void everyProofOfLargeRandomTreesVerifies() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 8; round++) {
      int size = round == 0 ? LARGEST : random.nextInt(SMALL, LARGEST + 1);
      List<Hash> leaves = Trees.leaves(size, random);
      ProofBuilder proofs = new ProofBuilder(Trees.nodes(leaves));
      TreeHead head = proofs.head(size);
      assertThat(head.rootHash()).isEqualTo(ReferenceTree.root(leaves));
      CompactRange range = CompactRange.empty();
      for (int i = 0; i < size; i++) {
        range.append(leaves.get(i));
        TreeHead older = range.head();
        assertThat(ProofVerifier.includes(head, leaves.get(i), proofs.inclusion(i, size))).isTrue();
        assertThat(ProofVerifier.consistent(older, head, proofs.consistency(i + 1, size))).isTrue();
      }
      int sample = random.nextInt(size);
      assertThat(proofs.inclusion(sample, size).hashes())
          .isEqualTo(ReferenceTree.path(sample, leaves));
      assertThat(proofs.consistency(sample + 1, size).hashes())
          .isEqualTo(ReferenceTree.proof(sample + 1, leaves));
    }
  }

  @Test
  void rejectsEveryFlippedBitOfAnInclusionProof() {
    SplittableRandom random = new SplittableRandom(3);
    int flips = 0;
    for (int size : List.of(1, 2, 3, 7, 8, 100, 1_337)) {
      List<Hash> leaves = Trees.leaves(size, random);
      ProofBuilder proofs = new ProofBuilder(Trees.nodes(leaves));
      TreeHead head = proofs.head(size);
      InclusionProof proof = proofs.inclusion(random.nextInt(size), size);
      Hash leaf = leaves.get((int) proof.index());
      for (int bit = 0; bit < 256; bit++) {
        TreeHead flipped = new TreeHead(size, Trees.flip(head.rootHash(), bit));
        assertThat(ProofVerifier.includes(flipped, leaf, proof)).isFalse();
        assertThat(ProofVerifier.includes(head, Trees.flip(leaf, bit), proof)).isFalse();
        for (List<Hash> hashes : flips(proof.hashes(), bit)) {
          InclusionProof changed = new InclusionProof(proof.index(), size, hashes);
          assertThat(ProofVerifier.includes(head, leaf, changed)).isFalse();
          flips++;
        }
      }
      for (int bit = 0; bit < Long.SIZE; bit++) {
        long mask = 1L << bit;
        InclusionProof index = new InclusionProof(proof.index() ^ mask, size, proof.hashes());
        InclusionProof grown = new InclusionProof(proof.index(), size ^ mask, proof.hashes());
        assertThat(ProofVerifier.includes(head, leaf, index)).isFalse();
        assertThat(ProofVerifier.includes(head, leaf, grown)).isFalse();
      }
    }
    assertThat(flips).isGreaterThan(5_000);
  }

  @Test
  void rejectsEveryFlippedBitOfAConsistencyProof() {
    SplittableRandom random = new SplittableRandom(4);
    int flips = 0;
    for (int size : List.of(1, 2, 3, 7, 8, 100, 1_337)) {
      List<Hash> leaves = Trees.leaves(size, random);
      ProofBuilder proofs = new ProofBuilder(Trees.nodes(leaves));
      TreeHead newer = proofs.head(size);
      TreeHead older = proofs.head(random.nextInt(size) + 1);
      ConsistencyProof proof = proofs.consistency(older.size(), size);
      for (int bit = 0; bit < 256; bit++) {
        TreeHead root1 = new TreeHead(older.size(), Trees.flip(older.rootHash(), bit));
        TreeHead root2 = new TreeHead(size, Trees.flip(newer.rootHash(), bit));
        assertThat(ProofVerifier.consistent(root1, newer, proof)).isFalse();
        assertThat(ProofVerifier.consistent(older, root2, proof)).isFalse();
        for (List<Hash> hashes : flips(proof.hashes(), bit)) {
          ConsistencyProof changed = new ConsistencyProof(older.size(), size, hashes);
          assertThat(ProofVerifier.consistent(older, newer, changed)).isFalse();
          flips++;
        }
      }
      for (int bit = 0; bit < Long.SIZE; bit++) {
        long mask = 1L << bit;
        assertThat(
                ProofVerifier.consistent(
                    older, newer, new ConsistencyProof(older.size() ^ mask, size, proof.hashes())))
            .isFalse();
        assertThat(
                ProofVerifier.consistent(
                    older, newer, new ConsistencyProof(older.size(), size ^ mask, proof.hashes())))
            .isFalse();
      }
    }
    assertThat(flips).isGreaterThan(5_000);
  }

  @Test
  void rejectsMissingAndSurplusHashes() {
    List<Hash> leaves = Trees.leaves(100, new SplittableRandom(5));
    ProofBuilder proofs = new ProofBuilder(Trees.nodes(leaves));
    TreeHead head = proofs.head(100);
    for (int i = 0; i < 100; i++) {
      List<Hash> path = proofs.inclusion(i, 100).hashes();
      List<Hash> longer = new ArrayList<>(path);
      longer.add(head.rootHash());
      for (List<Hash> wrong : List.of(path.subList(1, path.size()), longer, path.reversed())) {
        assertThat(ProofVerifier.includes(head, leaves.get(i), new InclusionProof(i, 100, wrong)))
            .isFalse();
      }
    }
  }

  @Test
  void neverThrowsOnRandomProofs() {
    SplittableRandom random = new SplittableRandom(6);
    List<Hash> pool = Trees.leaves(70, random);
    for (int i = 0; i < 20_000; i++) {
      List<Hash> hashes = pool.subList(0, random.nextInt(pool.size()));
      long a = random.nextLong() >> random.nextInt(Long.SIZE);
      long b = random.nextLong() >>> 1 + random.nextInt(Long.SIZE - 1);
      TreeHead head = b == 0 ? TreeHead.EMPTY : new TreeHead(b, pool.getLast());
      TreeHead older = a <= 0 ? TreeHead.EMPTY : new TreeHead(a, pool.getFirst());
      assertThat(
              ProofVerifier.includes(head, pool.getFirst(), new InclusionProof(a, b, hashes))
                  && !(b == 1))
          .isFalse();
      assertThat(ProofVerifier.consistent(older, head, new ConsistencyProof(a, b, hashes)))
          .isFalse();
    }
  }

  @Test
  void checksBoundsFirst() {
    ProofBuilder proofs = new ProofBuilder(Trees.nodes(List.of()));
    assertThat(proofs.head(0)).isEqualTo(TreeHead.EMPTY);
    assertThatIllegalArgumentException().isThrownBy(() -> proofs.inclusion(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> proofs.inclusion(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> proofs.consistency(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> proofs.consistency(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(3, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
  }

  private static List<List<Hash>> flips(List<Hash> hashes, int bit) {
    List<List<Hash>> changed = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      List<Hash> copy = new ArrayList<>(hashes);
      copy.set(i, Trees.flip(copy.get(i), bit));
      changed.add(copy);
    }
    return changed;
  }
}
