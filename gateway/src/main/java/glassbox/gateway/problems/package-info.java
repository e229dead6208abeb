/**
 * The problems of the gateway: the one place where its exceptions meet HTTP. Every type is listed
 * in docs/problems.md, with what to do about it.
 */
@NullMarked
package glassbox.gateway.problems;

import org.jspecify.annotations.NullMarked;
