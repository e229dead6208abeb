package glassbox.esi.decoding;

import java.util.List;

/**
 * One token of the answer's side.
 *
 * @param id in the vocabulary
 * @param text what it adds to the text; empty while a character is incomplete
 * @param special whether it is a special token by its id; text alone never makes one
 * @param forced given, not drawn
 * @param logProb joint log-probability, nats, temperature 1
 * @param entropy of the joint, nats, temperature 1
 * @param normalizedEntropy after temperature and nucleus, over the log of the nucleus's size; in
 *     [0, 1], 0 for a one-token nucleus; 0 where it was not measured
 * @param sketch a few numbers of the hidden state that gave it; empty where it is not known
 */
public record Token(
    int id,
    String text,
    boolean special,
    boolean forced,
    double logProb,
    double entropy,
    double normalizedEntropy,
    List<Double> sketch) {
  public Token {
    sketch = List.copyOf(sketch);
    if (!(normalizedEntropy >= 0 && normalizedEntropy <= 1)) {
      throw new IllegalArgumentException("normalized entropy in [0, 1]: " + normalizedEntropy);
    }
  }

  /** Whether it is the special token of a string. */
  public boolean is(String mark) {
    return special && text.equals(mark);
  }
}
