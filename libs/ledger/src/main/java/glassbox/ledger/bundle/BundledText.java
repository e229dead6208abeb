package glassbox.ledger.bundle;

import org.jspecify.annotations.Nullable;

/**
 * A run's text, where it is kept: exactly what the envelope's content commitment covers.
 *
 * @param salt of the commitment, 64 lower-case hexadecimal digits
 * @param system system prompt, if there was one
 * @param context what the answer should rest on, if there was any
 * @param prompt the question
 * @param answer the answer
 */
public record BundledText(
    String salt, @Nullable String system, @Nullable String context, String prompt, String answer) {}
