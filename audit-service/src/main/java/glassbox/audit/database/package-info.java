/**
 * Where Postgres comes from: a URL, or a server of our own with its data in a folder.
 *
 * <p>Invariants of our own server: commits reach the disk before they are acknowledged; it is ours
 * (its data directory is checked after every start); an orphan of a killed process is stopped
 * first; it is started again when it dies; it stops after everything that uses it; the service
 * works with a role that owns nothing. Must not know tables.
 */
@NullMarked
package glassbox.audit.database;

import org.jspecify.annotations.NullMarked;
