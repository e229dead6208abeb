package glassbox.lab.world.statement;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.task.Split;

/**
 * A statement, as the answer to a question over a context.
 *
 * @param domain the field
 * @param split where it belongs
 * @param truth what the context says of it
 * @param context true statements of the world
 * @param question that it answers
 * @param claimed what the statement says is so
 * @param text the statement
 * @param worldly whether it is so in the world, whatever the context says
 */
public record Statement(
    Domain domain,
    Split split,
    Truth truth,
    Phrase context,
    Phrase question,
    Fact claimed,
    Phrase text,
    boolean worldly) {}
