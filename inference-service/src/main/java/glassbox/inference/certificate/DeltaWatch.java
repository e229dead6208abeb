package glassbox.inference.certificate;

/** Whoever watches the specialists' own deltas. */
public interface DeltaWatch {

  /** Takes a specialist's deltas of one certified answer in, one a token. */
  void observe(String specialist, double[] deltas);
}
