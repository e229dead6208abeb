/**
 * Several agents on one question: outlines, drafts and verifications in rounds, then one of those
 * that passed their gates, by agreement first and chi second. Where none passed, the run fails.
 */
@NullMarked
package glassbox.esi.agents;

import org.jspecify.annotations.NullMarked;
