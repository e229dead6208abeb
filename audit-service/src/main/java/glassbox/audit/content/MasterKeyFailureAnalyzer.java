package glassbox.audit.content;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the service does not start with this master key. */
final class MasterKeyFailureAnalyzer extends AbstractFailureAnalyzer<MasterKeyException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, MasterKeyException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Restore the file that this database was made with, or name it in"
            + " glassbox.audit.master-key-file. If it is lost, so are the texts that it protects.",
        cause);
  }
}
