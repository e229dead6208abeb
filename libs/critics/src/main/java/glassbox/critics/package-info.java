/**
 * What every critic shares: the draft it judges, the verdict it gives, its identity.
 *
 * <p>Critics are pure: same draft and configuration, same verdict; they never change text and never
 * throw on any text. A critic that cannot judge says {@link glassbox.critics.Verdict.Unavailable},
 * never passed. Source: specs/emulsion-stabilized-inference.md, Parts 5 and 8 of its source.
 */
@NullMarked
package glassbox.critics;

import org.jspecify.annotations.NullMarked;
