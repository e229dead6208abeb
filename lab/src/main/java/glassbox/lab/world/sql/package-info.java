/**
 * The facts of a world as tables: in memory with the few forms of query that the tasks ask, and as
 * a script for Postgres (schema {@code world}) in which those queries give the same rows.
 */
@NullMarked
package glassbox.lab.world.sql;

import org.jspecify.annotations.NullMarked;
