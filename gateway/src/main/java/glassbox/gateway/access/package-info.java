/**
 * Who may call what: API keys, stored only as hashes, with tenant and scopes. A request either
 * becomes a {@link glassbox.gateway.access.Caller} or is refused with 401 or 403.
 */
@NullMarked
package glassbox.gateway.access;

import org.jspecify.annotations.NullMarked;
