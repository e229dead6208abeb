package glassbox.gateway.evaluate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How answers are kept for repeated requests. In memory: a restart forgets them.
 *
 * @param keep how long
 * @param maxSize how much; the least used go first
 * @param patience how long a repeated request waits for the first one
 */
@ConfigurationProperties("glassbox.gateway.idempotency")
record IdempotencyProperties(
    @DefaultValue("24h") Duration keep,
    @DefaultValue("64MB") DataSize maxSize,
    @DefaultValue("30s") Duration patience) {}
