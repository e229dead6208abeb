/**
 * The demo world's first text: a closed, seeded world of fictional companies, medicines, notes and
 * of units, written as questions with one right answer each and as plain prose.
 *
 * <p>Who knows what is by construction. A specialist reads its own facts as they are; the general
 * base reads the same questions with the value drawn anew each time, so that it knows the form and
 * is honestly unsure of the value. Training and validation never share a question.
 */
@NullMarked
package glassbox.lab.world;

import org.jspecify.annotations.NullMarked;
