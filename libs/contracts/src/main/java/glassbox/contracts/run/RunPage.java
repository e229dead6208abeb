package glassbox.contracts.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of runs, newest first; {@code next} is the opaque cursor of the following page. */
public record RunPage(List<RunSummary> runs, @Nullable String next) {
  public RunPage {
    runs = List.copyOf(runs);
  }
}
