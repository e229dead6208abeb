package glassbox.critics.score;

import org.jspecify.annotations.Nullable;

/**
 * One signal's part in a score.
 *
 * @param signal its name
 * @param raw as measured; null where it was not
 * @param zscore standardised; 0 where it was not measured
 * @param weight in logits
 * @param contribution zscore times weight, logits
 */
public record Contribution(
    String signal, @Nullable Double raw, double zscore, double weight, double contribution) {}
