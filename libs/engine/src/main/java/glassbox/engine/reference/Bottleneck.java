package glassbox.engine.reference;

import glassbox.engine.checkpoint.LegibleSite;
import glassbox.engine.forward.SparseCode;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A legible bottleneck: reads h [d] through a code of m named atoms, of which k may be active.
 *
 * @param active k
 */
record Bottleneck(LegibleSite site, int active) {

  /** The k largest of relu(W_enc (h - b_dec) + b_enc); of equal ones those of lower index. */
  SparseCode encode(double[] h) {
    float[] pre = new float[site.atoms()];
    for (int atom = 0; atom < pre.length; atom++) {
      double sum = site.encoderBias()[atom];
      for (int i = 0; i < h.length; i++) {
        sum += site.encoder()[atom * h.length + i] * (h[i] - site.decoderBias()[i]);
      }
      pre[atom] = (float) sum;
    }
    int[] atoms = // the sort is stable, so equal atoms stay in order
        IntStream.range(0, pre.length)
            .filter(atom -> pre[atom] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer atom) -> -pre[atom]))
            .limit(active)
            .mapToInt(Integer::intValue)
            .toArray();
    float[] activations = new float[atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      activations[i] = pre[atoms[i]];
    }
    return new SparseCode(atoms, activations);
  }

  /** What the code explains: hhat = W_dec code + b_dec, [d]. */
  double[] decode(SparseCode code) {
    double[] explained = new double[site.width()];
    for (int i = 0; i < explained.length; i++) {
      explained[i] = site.decoderBias()[i];
      for (int a = 0; a < code.size(); a++) {
        explained[i] += site.decoder()[i * site.atoms() + code.atom(a)] * code.activation(a);
      }
    }
    return explained;
  }
}
