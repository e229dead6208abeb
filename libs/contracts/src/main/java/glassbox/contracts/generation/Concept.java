package glassbox.contracts.generation;

import org.jspecify.annotations.Nullable;

/**
 * A named atom that was active where a token was predicted.
 *
 * @param name the atom, for example {@code L1.c7}: layer 1, atom 7
 * @param label what it means, as learned; null for an atom without a label
 * @param type of the label, for example unit, number, entity or token; null without a label
 * @param activation its entry of the code, above 0
 * @param specialist whose atom it is: the one with the largest share of the token
 */
public record Concept(
    String name,
    @Nullable String label,
    @Nullable String type,
    double activation,
    String specialist) {}
