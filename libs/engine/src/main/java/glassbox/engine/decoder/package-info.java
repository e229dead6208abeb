/**
 * The fast decoder: one configurable transformer over DJL's arrays for gpt2, llama, mistral, qwen2,
 * qwen3 and qwen3_moe, held to {@code glassbox.engine.reference} by tests.
 *
 * <p>Legend of shapes: R rows, T new positions, t positions attended to, d hidden size, H query
 * heads, K key/value heads, G = H / K, D head width, f feed-forward width, E experts, V vocabulary;
 * m atoms of a legible bottleneck, of which k may be active. Weights lie as [in, out] in f32. Every
 * step has a manager of its own, closed at its end; nothing of a step outlives it but the float
 * array that leaves in one transfer. No bfloat16 arrays: the native engine ends the process on
 * them.
 */
@NullMarked
package glassbox.engine.decoder;

import org.jspecify.annotations.NullMarked;
