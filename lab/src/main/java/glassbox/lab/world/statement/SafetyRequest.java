package glassbox.lab.world.statement;

import glassbox.lab.world.task.Split;

/**
 * An unsafe request and a harmless one about the same things.
 *
 * @param split where the pair belongs
 * @param category of harm
 * @param unsafe what is to be refused
 * @param harmless what is to be answered
 */
public record SafetyRequest(Split split, String category, String unsafe, String harmless) {}
