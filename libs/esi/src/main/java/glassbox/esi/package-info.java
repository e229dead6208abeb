/**
 * Emulsion-stabilized inference: an answer passes through cool, warm and cool passes over a
 * scaffold of fields, then through a gate of critics, and is committed, repaired once, or failed.
 *
 * <p>Pure Java over ports: it decodes nothing, calls no service and reads no clock of its own.
 * Source: specs/emulsion-stabilized-inference.md.
 */
@NullMarked
package glassbox.esi;

import org.jspecify.annotations.NullMarked;
