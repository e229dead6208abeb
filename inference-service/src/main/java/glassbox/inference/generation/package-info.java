/** Answers and scores over HTTP, streamed or whole, each with its attribution and sealed block. */
@NullMarked
package glassbox.inference.generation;

import org.jspecify.annotations.NullMarked;
