package glassbox.ledger.block;

import java.util.List;

/**
 * Columns that only some blocks have; each is empty or complete.
 *
 * @param deltas the legibility certificate: one number in [0, 1] a token, the total variation
 *     between the joint and the joint under legible routing. A block stores the next larger of 256
 *     levels, {@code (n / 255)^2}, so a recorded delta is never below the measured one and at most
 *     0.0079 above
 * @param traces for each token, one trace for each specialist the token lists
 * @param shareTotals where tokens list only some specialists: each specialist's share summed over
 *     the tokens, one number a specialist of the block
 */
public record Supplement(
    List<Double> deltas, List<List<SpecialistTrace>> traces, List<Double> shareTotals) {
  /** No such column. */
  public static final Supplement NONE = new Supplement(List.of(), List.of(), List.of());

  public Supplement {
    deltas = List.copyOf(deltas);
    traces = traces.stream().map(List::copyOf).toList();
    shareTotals = List.copyOf(shareTotals);
    for (double delta : deltas) {
      if (!(delta >= 0 && delta <= 1)) {
        throw new IllegalArgumentException("deltas must be in [0, 1]");
      }
    }
  }

  /** The same with other deltas. */
  public Supplement withDeltas(List<Double> other) {
    return new Supplement(other, traces, shareTotals);
  }

  /** The same with other traces. */
  public Supplement withTraces(List<List<SpecialistTrace>> other) {
    return new Supplement(deltas, other, shareTotals);
  }

  /** The same with other share totals. */
  public Supplement withShareTotals(List<Double> other) {
    return new Supplement(deltas, traces, other);
  }

  void requireFit(List<TokenEntry> tokens, int specialists) {
    if (!deltas.isEmpty() && deltas.size() != tokens.size()) {
      throw new IllegalArgumentException(
          deltas.size() + " deltas for " + tokens.size() + " tokens");
    }
    boolean whole = tokens.isEmpty() || tokens.getFirst().whole();
    if (shareTotals.size() != (whole ? 0 : specialists)) {
      throw new IllegalArgumentException(
          shareTotals.size() + " share totals for " + specialists + " specialists");
    }
    if (traces.isEmpty()) {
      return;
    }
    if (traces.size() != tokens.size()) {
      throw new IllegalArgumentException(
          traces.size() + " traces for " + tokens.size() + " tokens");
    }
    for (int t = 0; t < traces.size(); t++) {
      if (traces.get(t).size() != tokens.get(t).listed().length) {
        throw new IllegalArgumentException("a token has not one trace for each listed specialist");
      }
    }
  }

  /** As it is stored. */
  Supplement stored() {
    return new Supplement(
        deltas.stream().map(d -> Quantization.delta(Quantization.deltaLevel(d))).toList(),
        traces.stream().map(t -> t.stream().map(SpecialistTrace::stored).toList()).toList(),
        shareTotals);
  }
}
