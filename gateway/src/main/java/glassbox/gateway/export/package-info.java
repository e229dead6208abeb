/**
 * Takes a tenant's own runs out at the edge: verification bundles and exports, as audit writes
 * them.
 *
 * <p>Invariants: the tenant is the key's, whatever the request says; bytes are passed on unchanged.
 */
@NullMarked
package glassbox.gateway.export;

import org.jspecify.annotations.NullMarked;
