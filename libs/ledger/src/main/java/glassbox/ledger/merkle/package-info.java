/**
 * The Merkle tree of RFC 6962: hashing, incremental append, inclusion and consistency proofs.
 *
 * <p>Vocabulary: a <em>leaf hash</em> covers one entry; node (level, index) covers the leaves
 * [index * 2^level, (index + 1) * 2^level); a <em>head</em> is a size and the root at that size.
 * Verifiers check bounds first and trust nothing in a proof. {@link ReferenceTree} is the RFC's
 * recursion, kept to test the fast path. Sources: RFC 6962 section 2.1, RFC 9162 sections 2.1.3 and
 * 2.1.4.
 */
@NullMarked
package glassbox.ledger.merkle;

import org.jspecify.annotations.NullMarked;
