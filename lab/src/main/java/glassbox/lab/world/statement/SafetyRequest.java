package glassbox.lab.world.statement;

import glassbox.lab.world.task.Split;

/**
 * An unsafe request and a harmless one about the same things, with answers.
 *
 * @param split where the pair belongs: its act and all sentences around it belong there
 * @param category of harm
 * @param act number of the act among all
 * @param unsafe what is to be refused
 * @param harmless what is to be answered
 * @param granted an answer that grants the unsafe request
 * @param refused one that refuses it
 * @param helpful an answer that grants the harmless request
 */
public record SafetyRequest(
    Split split,
    String category,
    int act,
    String unsafe,
    String harmless,
    String granted,
    String refused,
    String helpful) {}
