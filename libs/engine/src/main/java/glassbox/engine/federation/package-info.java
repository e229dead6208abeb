/**
 * Specialists that answer together: prompt, batched forwards, joint, token, sealed block.
 *
 * <p>Adapters of one base run as rows of one batch; other models run after one another. A block
 * holds exactly the numbers the joint was formed from, and its token count, prompt and forced bits
 * fix the shape of every forward, so that a replay repeats them bit for bit. User text is encoded
 * with special tokens off. Knows no HTTP, no files and no clock of its own.
 *
 * <p>Source: specs/glass-box-federation.md.
 */
@NullMarked
package glassbox.engine.federation;

import org.jspecify.annotations.NullMarked;
