package glassbox.contracts.generation;

/**
 * A specialist's part in a whole answer.
 *
 * @param id registry alias
 * @param share mean of its per-token shares, in [0, 1]
 * @param tokensLed tokens of which it holds the largest share
 * @param tokensOverruled tokens to which it gave less than 1% while another gave more than 50%
 */
public record SpecialistShare(String id, double share, int tokensLed, int tokensOverruled) {}
