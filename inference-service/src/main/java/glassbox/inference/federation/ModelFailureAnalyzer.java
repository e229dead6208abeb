package glassbox.inference.federation;

import glassbox.engine.checkpoint.CheckpointException;
import glassbox.engine.registry.RegistryException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one line why models were refused, in place of a stack trace. */
final class ModelFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryException || cause instanceof CheckpointException) {
        return new FailureAnalysis(
            "The models were refused: " + cause.getMessage(),
            "Restore the file, or sign the models directory again if the change is meant.",
            cause);
      }
    }
    return null;
  }
}
