package glassbox.contracts.specialist;

/**
 * What an atom was found to stand for.
 *
 * @param name for example {@code L1.c7}
 * @param label for readers
 * @param type of the concept, for example unit, number, entity or token
 * @param match how well atom and concept fit, in [0, 1]
 * @param source what it was matched with, for example world or tokens
 */
public record NamedConcept(String name, String label, String type, double match, String source) {}
