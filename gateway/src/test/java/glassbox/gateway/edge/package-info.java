/** Tests of the running gateway against stand-ins of the services on real sockets. */
@NullMarked
package glassbox.gateway.edge;

import org.jspecify.annotations.NullMarked;
