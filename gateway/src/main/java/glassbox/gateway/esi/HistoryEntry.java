package glassbox.gateway.esi;

import glassbox.esi.parameter.Alert;
import glassbox.esi.parameter.ParameterChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the parameters' history: a run that was learned from, or another configuration.
 *
 * @param at when
 * @param configuration hash of what was in force
 * @param domain of the run; null where another configuration came into force
 * @param runId likewise
 * @param standing what the next run of the domain goes on from; null likewise
 * @param changes of parameters that followed
 * @param alerts that the run raised
 */
record HistoryEntry(
    Instant at,
    String configuration,
    @Nullable String domain,
    @Nullable UUID runId,
    @Nullable Standing standing,
    List<ParameterChange> changes,
    List<Raised> alerts) {
  HistoryEntry {
    changes = List.copyOf(changes);
    alerts = List.copyOf(alerts);
  }

  /** Another configuration came into force: all domains begin anew. */
  static HistoryEntry configured(Instant at, String configuration) {
    return new HistoryEntry(at, configuration, null, null, null, List.of(), List.of());
  }

  /** Whether there is more to see than that a run was like those before it. */
  boolean remarkable() {
    return domain == null || !changes.isEmpty() || !alerts.isEmpty();
  }

  /**
   * An alert: what was observed, the bar it crossed, what is done about it.
   *
   * @param kind in lower case
   * @param remedy likewise
   */
  record Raised(String kind, String about, double value, double bar, String remedy) {
    static Raised of(Alert alert) {
      return new Raised(
          EsiRecords.lower(alert.kind()),
          alert.about(),
          alert.value(),
          alert.bar(),
          remedy(alert.remedy()));
    }

    private static String remedy(Alert.Remedy remedy) {
      return switch (remedy) {
        case Alert.Remedy.CoolVerification _ -> "cool_verification";
        case Alert.Remedy.BlockCommit _ -> "block_commit";
        case Alert.Remedy.WarmDraft _ -> "warm_draft";
        case Alert.Remedy.LessStructure _ -> "less_structure";
      };
    }
  }
}
