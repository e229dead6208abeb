package glassbox.engine.federation;

import glassbox.ledger.attribution.DeltaSummary;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Concept;
import glassbox.ledger.block.TokenBlock;
import java.util.List;

/**
 * How far each next-token distribution of an answer is from that of its legible twin, in which
 * every specialist knows only what its codes name.
 *
 * <p>It is measured, not predicted: one forward of each kind over prompt and answer. It bounds what
 * the bottlenecks leave out and nothing else; what goes round them, through attention and the
 * residual stream, is the same in both forwards.
 *
 * @param tokens one a token of the answer, at least one
 */
public record Certificate(List<Token> tokens) {

  public Certificate {
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a certificate needs a token");
    }
  }

  /**
   * One token.
   *
   * @param delta total variation of the joint and the legible joint, in [0, 1]
   * @param memberDeltas the same for each specialist alone, in the block's order
   * @param agrees whether both joints have the same most probable token
   * @param concepts the most active atoms, in the full forward where the token was predicted, of
   *     the specialist with the largest share of it; largest first, {@link Concept#MOST} at most
   */
  public record Token(
      double delta, List<Double> memberDeltas, boolean agrees, List<Concept> concepts) {
    public Token {
      memberDeltas = List.copyOf(memberDeltas);
      concepts = List.copyOf(concepts);
    }
  }

  /** The joint's deltas, one a token. */
  public double[] deltas() {
    return tokens.stream().mapToDouble(Token::delta).toArray();
  }

  /** One specialist's own deltas, one a token; what a backdoor monitor watches. */
  public double[] memberDeltas(int specialist) {
    return tokens.stream().mapToDouble(token -> token.memberDeltas().get(specialist)).toArray();
  }

  /** The joint's deltas summed up, as measured; a block stores them rounded up. */
  public DeltaSummary summary() {
    return DeltaSummary.of(deltas());
  }

  /** Share of the tokens at which both joints have the same most probable token. */
  public double agreement() {
    return (double) tokens.stream().filter(Token::agrees).count() / tokens.size();
  }

  /**
   * The block of the same pass with this certificate: deltas among its numbers, concepts in its
   * content while it has one.
   */
  public TokenBlock recordedIn(TokenBlock block) {
    List<Double> deltas = tokens.stream().map(Token::delta).toList();
    TokenBlock certified = block.withSupplement(block.supplement().withDeltas(deltas));
    return block.content() instanceof BlockContent.Kept content
        ? certified.withContent(content.withConcepts(tokens.stream().map(Token::concepts).toList()))
        : certified;
  }
}
