package glassbox.lab.training;

import glassbox.engine.training.Trainer;

/**
 * One training of the base, which goes on with what the one before has taught.
 *
 * @param id under which its states and curves are kept
 * @param trainer of the whole model
 * @param material what is read
 */
record Schooling(String id, Trainer trainer, Material material) {}
