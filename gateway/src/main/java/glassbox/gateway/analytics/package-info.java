/** What a tenant's runs say together, and royalties: read from audit as the key's tenant. */
@NullMarked
package glassbox.gateway.analytics;

import org.jspecify.annotations.NullMarked;
