/**
 * The signed list of models a service may load.
 *
 * <p>A manifest names every file with its SHA-256 and is signed with Ed25519. A changed, missing or
 * additional file, an unknown key, or a path that leaves the directory is refused, by name.
 */
@NullMarked
package glassbox.engine.registry;

import org.jspecify.annotations.NullMarked;
