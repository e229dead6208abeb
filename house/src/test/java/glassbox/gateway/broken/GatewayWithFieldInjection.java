package glassbox.gateway.broken;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Injects a field. */
public final class GatewayWithFieldInjection {

  @Autowired @Nullable Clock clock;
}
