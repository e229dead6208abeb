/** Who read what of a tenant's records: for a reviewer of that tenant, as audit keeps it. */
@NullMarked
package glassbox.gateway.reads;

import org.jspecify.annotations.NullMarked;
