package glassbox.esi.repair;

import glassbox.esi.run.Block;

/**
 * One repair.
 *
 * @param block to redo
 * @param kept tokens of the transcript that stay before it
 * @param critic that objected; {@code gate} where it was no single one
 * @param diff what it objected to, one line
 */
public record Repair(Block block, int kept, String critic, String diff) {}
