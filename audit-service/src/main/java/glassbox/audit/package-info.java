/**
 * The audit service: takes sealed blocks and runs, recomputes them on arrival, keeps them in
 * Postgres, and gives them back.
 */
@NullMarked
package glassbox.audit;

import org.jspecify.annotations.NullMarked;
