package glassbox.lab.world.task;

import glassbox.lab.world.label.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * One task with its solution, before it is known which family it is of.
 *
 * @param split where it belongs
 * @param context text the answer rests on
 * @param prompt what is asked
 * @param answer the gold answer, in fields if it is worked
 * @param tools the tools it needs, in order
 * @param reference the right answer
 */
record Work(
    Split split,
    Optional<Phrase> context,
    Phrase prompt,
    Phrase answer,
    List<String> tools,
    Reference reference) {}
