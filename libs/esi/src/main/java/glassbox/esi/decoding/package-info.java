/**
 * The port to whatever decodes: a pass forces tokens and draws others, one sealed block a pass. A
 * decoder is bound to one question; what it is told here is the answer's side only.
 */
@NullMarked
package glassbox.esi.decoding;

import org.jspecify.annotations.NullMarked;
