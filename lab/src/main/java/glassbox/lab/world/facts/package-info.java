/**
 * What is so in one demo world: entities, their attributes, values and units, drawn from a seed.
 * Nothing here knows how a fact is put into words. All names are invented.
 */
@NullMarked
package glassbox.lab.world.facts;

import org.jspecify.annotations.NullMarked;
