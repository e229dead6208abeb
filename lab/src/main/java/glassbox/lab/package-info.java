/**
 * The command-line tool: makes the demo world, trains the shipped models, scores any model
 * directory and runs the experiments. Commands only read arguments and print; the work is in the
 * packages.
 */
@NullMarked
package glassbox.lab;

import org.jspecify.annotations.NullMarked;
