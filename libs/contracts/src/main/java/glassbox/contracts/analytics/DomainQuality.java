package glassbox.contracts.analytics;

import glassbox.contracts.run.Domain;
import org.jspecify.annotations.Nullable;

/** The certificates of one domain's runs; {@code domain} is null for runs that carry none. */
public record DomainQuality(@Nullable Domain domain, long runs, DeltaQuality certificate) {}
