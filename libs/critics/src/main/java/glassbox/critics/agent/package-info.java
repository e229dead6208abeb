/**
 * Agreement of agents: claims of several answers to one question, made equal in unit and base
 * before they are compared (frame isometry). Source: Parts 7.2 and 9.4 of the emulsion paper.
 */
@NullMarked
package glassbox.critics.agent;

import org.jspecify.annotations.NullMarked;
