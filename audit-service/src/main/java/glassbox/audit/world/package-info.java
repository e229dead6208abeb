/**
 * The world's tables, which tools of runs may query: a schema of their own in the same Postgres,
 * read by a role that can read them and nothing else, under a time limit. Records are out of its
 * reach.
 */
@NullMarked
package glassbox.audit.world;

import org.jspecify.annotations.NullMarked;
