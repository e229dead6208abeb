/**
 * Scores of an answer as a whole: {@code combined_logreg}, a logistic regression over standardised
 * signals whose parts can be read. Models are fitted by the lab on labelled runs and shipped as
 * versioned files. A signal that was not measured takes no part and is said to be missing. Source:
 * specs/explain-api.md.
 */
@NullMarked
package glassbox.critics.score;

import org.jspecify.annotations.NullMarked;
