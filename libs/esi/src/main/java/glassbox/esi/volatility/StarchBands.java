package glassbox.esi.volatility;

import java.util.List;

/**
 * From volatility to the share of the context that structure may take.
 *
 * @param bands in ascending order, the last up to 1
 * @param capTokens most structural tokens, whatever the context
 * @param leastTokens structural tokens that a small context gets all the same: one a field
 */
public record StarchBands(List<Band> bands, int capTokens, int leastTokens) {

  /** 1, 2 and 3% at v up to .25, .6 and 1; 6 to 120 tokens. */
  public static final StarchBands DEFAULT =
      new StarchBands(
          List.of(new Band(0.25, 0.01), new Band(0.6, 0.02), new Band(1, 0.03)), 120, 6);

  /**
   * A band.
   *
   * @param upTo largest volatility of the band
   * @param share of the context, in [0, 1)
   */
  public record Band(double upTo, double share) {
    public Band {
      if (!(upTo > 0 && upTo <= 1) || !(share >= 0 && share < 1)) {
        throw new IllegalArgumentException("upTo is in (0, 1] and share in [0, 1)");
      }
    }
  }

  public StarchBands {
    bands = List.copyOf(bands);
    if (bands.isEmpty() || bands.getLast().upTo() != 1) {
      throw new IllegalArgumentException("the last band must reach 1");
    }
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).upTo() <= bands.get(i - 1).upTo()) {
        throw new IllegalArgumentException("bands must ascend");
      }
    }
    if (leastTokens < 0 || capTokens < leastTokens) {
      throw new IllegalArgumentException("0 <= leastTokens <= capTokens must hold");
    }
  }

  /** The share of a volatility in [0, 1]. */
  public double share(double volatility) {
    return bands.stream()
        .filter(band -> volatility <= band.upTo())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("volatility above 1: " + volatility))
        .share();
  }

  /**
   * Structural tokens for a context; 0 for a share of 0, which switches starch off.
   *
   * @param contextTokens size of the model's window
   */
  public int tokens(double share, int contextTokens) {
    if (share == 0) {
      return 0;
    }
    return (int) Math.clamp(Math.floor(share * contextTokens), leastTokens, capTokens);
  }
}
