package glassbox.engine.legible;

/** Sizes of a network with one bottleneck. */
public sealed interface Blueprint {

  /** C, number of classes. */
  int classes();

  /** Sizes of the bottleneck. */
  SiteShape site();

  /**
   * Features, a bottleneck on the features themselves, two hidden relu layers, classes. There is no
   * embedding to train, so that concepts keep the directions they have in the input.
   */
  record Mlp(int hidden, int classes, SiteShape site) implements Blueprint {}

  /**
   * Token and position embeddings, one pre-norm block of causal attention and a relu layer whose
   * activations are the site, classes read at the last position.
   *
   * @param vocabulary number of tokens
   * @param length positions of every sequence
   * @param width of the residual stream, a multiple of {@code heads}
   */
  record Transformer(int vocabulary, int length, int width, int heads, int classes, SiteShape site)
      implements Blueprint {

    public Transformer {
      if (width % heads != 0) {
        throw new IllegalArgumentException(heads + " heads cannot share a width of " + width);
      }
    }
  }
}
