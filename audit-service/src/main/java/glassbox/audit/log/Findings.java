package glassbox.audit.log;

import glassbox.audit.log.LogVerification.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects what a verification finds, the first 100. */
final class Findings {
  private static final int MOST = 100;

  private final List<Finding> list = new ArrayList<>();

  void add(@Nullable Long index, @Nullable UUID runId, String message) {
    if (list.size() < MOST) {
      list.add(new Finding(index, runId, message));
    }
  }

  void add(LogInconsistentException e) {
    add(null, null, String.valueOf(e.getMessage()));
  }

  List<Finding> list() {
    return List.copyOf(list);
  }
}
