package glassbox.ledger.block;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * What one pass of a federation did. All its tokens list the same number of specialists; where that
 * is not all of them, a prefix-updated block lists the same ones at every token, since a posterior
 * needs all earlier tokens, and a gated block lists the main one wherever it decided alone.
 *
 * @param runId the run
 * @param pass number of the pass within the run, from 0
 * @param specialists who took part, at least one
 * @param combination how they were joined; its size is the number of specialists
 * @param sampler how tokens were drawn
 * @param execution what the bits depend on
 * @param content the token ids, or what is left of them
 * @param tokens the numbers, one entry a token of the answer
 * @param supplement columns that only some blocks have
 */
public record TokenBlock(
    UUID runId,
    int pass,
    List<SpecialistRef> specialists,
    Combination combination,
    SamplerSettings sampler,
    Execution execution,
    BlockContent content,
    List<TokenEntry> tokens,
    Supplement supplement) {

  public TokenBlock {
    specialists = List.copyOf(specialists);
    tokens = List.copyOf(tokens);
    if (pass < 0) {
      throw new IllegalArgumentException("pass must not be negative");
    }
    int n = specialists.size();
    if (combination.size() != n) {
      throw new IllegalArgumentException(
          "combination joins " + combination.size() + " specialists, the block has " + n);
    }
    if (content instanceof BlockContent.Kept kept && kept.tokenIds().size() != tokens.size()) {
      throw new IllegalArgumentException(
          kept.tokenIds().size() + " token ids for " + tokens.size() + " tokens");
    }
    requireListing(tokens, n, combination);
    supplement.requireFit(tokens, n);
    requireConcepts(content, n);
  }

  /** A block without supplement. */
  public TokenBlock(
      UUID runId,
      int pass,
      List<SpecialistRef> specialists,
      Combination combination,
      SamplerSettings sampler,
      Execution execution,
      BlockContent content,
      List<TokenEntry> tokens) {
    this(
        runId,
        pass,
        specialists,
        combination,
        sampler,
        execution,
        content,
        tokens,
        Supplement.NONE);
  }

  private static void requireListing(
      List<TokenEntry> tokens, int specialists, Combination combination) {
    for (TokenEntry token : tokens) {
      if (token.specialists() != specialists) {
        throw new IllegalArgumentException(
            "a token is of " + token.specialists() + " specialists, the block of " + specialists);
      }
      int[] first = tokens.getFirst().listed();
      if (token.listed().length != first.length) {
        throw new IllegalArgumentException("the tokens list different numbers of specialists");
      }
      if (!(combination instanceof Combination.Product)
          && token.rest().isPresent()
          && token.rest().get().weightedSum() != 0) {
        throw new IllegalArgumentException("only the rest of a product has a weighted sum");
      }
      if (combination instanceof Combination.PrefixUpdated
          && !Arrays.equals(token.listed(), first)) {
        throw new IllegalArgumentException("the tokens of a prefix-updated block list others");
      }
      if (combination instanceof Combination.Gated gated
          && !token.ensembled()
          && !token.lists(gated.main())) {
        throw new IllegalArgumentException("a token decided alone does not list the main one");
      }
    }
  }

  private static void requireConcepts(BlockContent content, int specialists) {
    if (content instanceof BlockContent.Kept kept
        && kept.concepts().stream()
            .anyMatch(of -> of.stream().anyMatch(c -> c.specialist() >= specialists))) {
      throw new IllegalArgumentException("a concept is of a specialist that is not there");
    }
  }

  /** The same numbers with other content. Requires as many token ids as there are tokens. */
  public TokenBlock withContent(BlockContent other) {
    return new TokenBlock(
        runId, pass, specialists, combination, sampler, execution, other, tokens, supplement);
  }

  /** The same block with another supplement. */
  public TokenBlock withSupplement(Supplement other) {
    return new TokenBlock(
        runId, pass, specialists, combination, sampler, execution, content, tokens, other);
  }

  /** Certificate delta of a token, in [0, 1]; empty where the pass has no certificate. */
  public OptionalDouble delta(int token) {
    List<Double> deltas = supplement.deltas();
    return deltas.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(deltas.get(token));
  }

  /** The block with the digest of its content in place of the content. */
  public TokenBlock withoutContent() {
    return withContent(new BlockContent.Withheld(content.digest(), content.promptLength()));
  }

  /**
   * The block as it is stored: what is not stored exactly is rounded to the grids of the format
   * (docs/formats/block-v2.md). Equal to what {@link BlockCodec#decode} returns for the encoded
   * block.
   */
  public TokenBlock stored() {
    return Quantization.stored(this);
  }
}
