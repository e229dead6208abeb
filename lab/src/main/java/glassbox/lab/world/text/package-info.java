/**
 * How facts and worked tasks are put into words, with their concepts. The vocabulary is small on
 * purpose, so that a model of a million weights can learn to read and to copy.
 */
@NullMarked
package glassbox.lab.world.text;

import org.jspecify.annotations.NullMarked;
