package glassbox.lab.training;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Where training says how it goes.
 *
 * @param work folder of the world, the training states and the curves
 * @param out gets progress lines
 * @param clock times the steps
 */
record TrainingLog(Path work, PrintWriter out, Clock clock) {}
