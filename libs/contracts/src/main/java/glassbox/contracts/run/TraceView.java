package glassbox.contracts.run;

import glassbox.contracts.trace.RunTrace;
import glassbox.contracts.trace.TraceSummary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run's evidence as it is read back.
 *
 * @param runId the run
 * @param contentState whether the texts are there
 * @param summary from the envelope
 * @param trace with texts; null unless {@code contentState} is kept
 */
public record TraceView(
    UUID runId, ContentState contentState, TraceSummary summary, @Nullable RunTrace trace) {}
