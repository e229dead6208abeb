/**
 * Joins the specialists' next-token distributions into one and draws from it.
 *
 * <p>Input are the f32 log-probabilities that the record stores; every number here is formed from
 * them in double precision, so that the record alone reproduces it. No model, no tokenizer, no
 * state but a sampler's generator. Weights follow {@link glassbox.ledger.attribution}.
 *
 * <p>Dimensions: S specialists, V tokens of the vocabulary. Units: nats.
 */
@NullMarked
package glassbox.engine.mixture;

import org.jspecify.annotations.NullMarked;
