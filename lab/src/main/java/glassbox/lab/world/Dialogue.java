package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import org.jspecify.annotations.Nullable;

/**
 * A question and its answer.
 *
 * @param domain field of the question
 * @param context text the answer rests on; null when it is answered from memory
 * @param question what the user asks
 * @param answer the one right answer
 */
public record Dialogue(Domain domain, @Nullable String context, String question, String answer) {}
