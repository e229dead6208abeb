package glassbox.ledger.bundle;

import glassbox.ledger.merkle.Hash;
import java.util.List;
import java.util.Optional;

/**
 * A run with the proof that it is in the log.
 *
 * @param envelope in its canonical form ({@link glassbox.ledger.run.RunRecordHash#canonical})
 * @param index of its entry in the log, from 0
 * @param inclusion hashes from the entry's sibling up, at the size of the bundle's checkpoint
 * @param blocks encoded, in order of pass; not copied, must not be changed
 * @param text where it is kept and given
 * @param trace of a run with evidence, in canonical JSON; only with the text, whose salt its
 *     commitment needs
 */
public record BundledRun(
    String envelope,
    long index,
    List<Hash> inclusion,
    List<byte[]> blocks,
    Optional<BundledText> text,
    Optional<String> trace) {
  public BundledRun {
    inclusion = List.copyOf(inclusion);
    blocks = List.copyOf(blocks);
    if (trace.isPresent() && text.isEmpty()) {
      throw new IllegalArgumentException("a trace comes with the text alone");
    }
  }

  /** A run without a trace. */
  public BundledRun(
      String envelope,
      long index,
      List<Hash> inclusion,
      List<byte[]> blocks,
      Optional<BundledText> text) {
    this(envelope, index, inclusion, blocks, text, Optional.empty());
  }
}
