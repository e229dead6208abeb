/**
 * Citations and quotations against the documents that were supplied.
 *
 * <p>Two critics, apart so that each can be judged and quarantined by itself: what is cited exists;
 * what is quoted stands there. Without documents both are unavailable. Source: Parts 8.2, 9.4 and
 * 13.2 of the emulsion paper.
 */
@NullMarked
package glassbox.critics.citation;

import org.jspecify.annotations.NullMarked;
