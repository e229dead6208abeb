package glassbox.ledger.block;

import java.util.List;
import java.util.UUID;

/**
 * What one pass of a federation did.
 *
 * @param runId the run
 * @param pass number of the pass within the run, from 0
 * @param specialists who took part, at least one
 * @param combination how they were joined; its size is the number of specialists
 * @param sampler how tokens were drawn
 * @param execution what the bits depend on
 * @param content the token ids, or what is left of them
 * @param tokens the numbers, one entry a token of the answer, each with one log-probability a
 *     specialist
 */
public record TokenBlock(
    UUID runId,
    int pass,
    List<SpecialistRef> specialists,
    Combination combination,
    SamplerSettings sampler,
    Execution execution,
    BlockContent content,
    List<TokenEntry> tokens) {

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
    for (TokenEntry token : tokens) {
      if (token.specialists() != n) {
        throw new IllegalArgumentException(
            "a token has " + token.specialists() + " log-probabilities, the block " + n);
      }
    }
  }

  /** The same numbers with other content. Requires as many token ids as there are tokens. */
  public TokenBlock withContent(BlockContent other) {
    return new TokenBlock(runId, pass, specialists, combination, sampler, execution, other, tokens);
  }

  /** The block with the digest of its content in place of the content. */
  public TokenBlock withoutContent() {
    return withContent(new BlockContent.Withheld(content.digest(), content.promptLength()));
  }

  /**
   * The block as it is stored: joint, sampled log-probability and entropy rounded to the grid of
   * the format (docs/formats/block-v1.md). Equal to what {@link BlockCodec#decode} returns for the
   * encoded block.
   */
  public TokenBlock stored() {
    return Quantization.stored(this);
  }
}
