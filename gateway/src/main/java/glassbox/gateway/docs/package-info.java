/** The OpenAPI document of the gateway and the page that shows all four services' documents. */
@NullMarked
package glassbox.gateway.docs;

import org.jspecify.annotations.NullMarked;
