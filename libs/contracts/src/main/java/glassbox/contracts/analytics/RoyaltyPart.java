package glassbox.contracts.analytics;

/**
 * What a specialist's two parties get of a fee, in minor units.
 *
 * @param specialist registry alias
 * @param weight its measured share in units of 1e-12
 * @param trainer amount of who trained it
 * @param host amount of who runs it
 */
public record RoyaltyPart(String specialist, long weight, long trainer, long host) {}
