/**
 * What every Glassbox service has in common, as a Spring Boot auto-configuration: defaults, errors,
 * JSON rules, service-to-service authentication. A service depends on this module and on nothing of
 * another service.
 */
@NullMarked
package glassbox.shell;

import org.jspecify.annotations.NullMarked;
