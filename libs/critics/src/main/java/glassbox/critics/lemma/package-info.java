/**
 * The lemma critic: labelled steps of a derivation form a graph of dependencies; what is used must
 * be stated, once, and nothing may rest on itself. Source: Parts 4.3 and 9.3 of the emulsion paper.
 */
@NullMarked
package glassbox.critics.lemma;

import org.jspecify.annotations.NullMarked;
