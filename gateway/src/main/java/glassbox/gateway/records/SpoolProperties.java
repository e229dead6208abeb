package glassbox.gateway.records;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The spool for records that audit does not have yet.
 *
 * @param directory where they are kept; texts of tenants that keep content are in them
 * @param maxRecords most records
 * @param maxSize most bytes
 */
@ConfigurationProperties("glassbox.gateway.spool")
record SpoolProperties(
    @DefaultValue(".glassbox/spool/gateway") Path directory,
    @DefaultValue("10000") int maxRecords,
    @DefaultValue("256MB") DataSize maxSize) {}
