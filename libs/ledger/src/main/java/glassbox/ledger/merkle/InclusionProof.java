package glassbox.ledger.merkle;

import java.util.List;

/**
 * The claim that a leaf stands at an index of a tree. May come from anywhere: nothing holds until
 * {@link ProofVerifier} says so.
 *
 * @param index of the leaf, from 0
 * @param size leaves of the tree
 * @param hashes from the leaf's sibling up to the root's child
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {
  public InclusionProof {
    hashes = List.copyOf(hashes);
  }
}
