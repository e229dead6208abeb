package glassbox.contracts.explanation;

/**
 * How good an explanation is, by the score function it explains.
 *
 * @param deletionAuc mean score loss as units go in order of importance (more is better)
 * @param insertionAuc mean score regained as units come in that order (more is better)
 * @param comprehensiveness score drop without the most important fifth
 * @param sufficiency score drop with only the most important fifth (less is better)
 * @param randomDeletionAuc the same deletion with units in a seeded random order, for comparison
 */
public record ExplanationQuality(
    double deletionAuc,
    double insertionAuc,
    double comprehensiveness,
    double sufficiency,
    double randomDeletionAuc) {}
