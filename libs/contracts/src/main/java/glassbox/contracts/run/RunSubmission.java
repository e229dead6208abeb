package glassbox.contracts.run;

import org.jspecify.annotations.Nullable;

/** A run to be recorded; {@code content} is null where the tenant did not opt in. */
public record RunSubmission(RunEnvelope envelope, @Nullable RunContent content) {}
