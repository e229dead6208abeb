/**
 * Tool calls: whether their arguments are what the tools take, and whether their outputs agree with
 * one another and with what they compute.
 *
 * <p>Calls are the fragments that this server issued, with their inputs. Source: Parts 5.4 and 9.1
 * of the emulsion paper.
 */
@NullMarked
package glassbox.critics.tool;

import org.jspecify.annotations.NullMarked;
