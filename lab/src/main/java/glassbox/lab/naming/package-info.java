/**
 * Names for atoms: what each one stands for, found on held-out text whose concepts are known.
 *
 * <p>The measure is F1, the harmonic mean of precision and recall, of "the atom's entry is above a
 * threshold" against "this token carries the concept" or "the next token carries it": precision
 * over tokens, recall over the concept's occurrences, which may be several tokens long (Simon and
 * Zou, InterPLM, 2024); of fields and domains, which colour long stretches, over tokens as well.
 * Concept and threshold are chosen on one half of the text; the score that is given is of the other
 * half.
 */
@NullMarked
package glassbox.lab.naming;

import org.jspecify.annotations.NullMarked;
