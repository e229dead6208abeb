package glassbox.ledger.merkle;

import java.util.List;

/**
 * The claim that a tree grew from another by appending only. May come from anywhere: nothing holds
 * until {@link ProofVerifier} says so.
 *
 * @param oldSize leaves of the earlier tree
 * @param newSize leaves of the later tree
 * @param hashes as in RFC 6962 section 2.1.2
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {
  public ConsistencyProof {
    hashes = List.copyOf(hashes);
  }
}
