/**
 * What a run through phases, critics and a gate leaves in its envelope. No text: the texts are in
 * the run's content. Wire records: JSON in snake_case, no behaviour.
 */
@NullMarked
package glassbox.contracts.esi;

import org.jspecify.annotations.NullMarked;
