/**
 * Training of the shipped models: a differentiable llama forward, AdamW and Muon, exact resuming,
 * LoRA.
 *
 * <p>Legend: B sequences of a batch, T positions, V vocabulary, d hidden size, H heads, D head
 * size, r adapter rank. Weights keep the published layout {@code [out, in]} and names, so what is
 * trained is what is saved. Gradients are recorded one step at a time: one trainer runs in a
 * process.
 *
 * <p>Never used for serving: {@link glassbox.engine.decoder} is.
 */
@NullMarked
package glassbox.engine.training;

import org.jspecify.annotations.NullMarked;
