package glassbox.gateway.esi;

import glassbox.contracts.esi.EsiRecord;
import glassbox.contracts.generation.Generation;
import glassbox.contracts.trace.RunTrace;
import glassbox.contracts.verdict.CriticReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that ended.
 *
 * @param committed whether its gate opened
 * @param answer what stands in [Answer]; empty where the run did not get so far
 * @param fields what stands in each field, in order
 * @param passes of all agents in order of number; at least one
 * @param answering the pass that wrote last of those whose answer this is
 * @param report of the critics that judged last; null where none did
 * @param reasons why it did not commit, in words; empty where it did
 * @param silence why the critics could not be asked; null where they could
 * @param record for the envelope, its trace's commitment still to be made
 * @param trace the evidence, personal data masked
 * @param agents what each came to; empty for a run of one
 */
public record EsiResult(
    boolean committed,
    String answer,
    List<FieldText> fields,
    List<Generation> passes,
    Generation answering,
    @Nullable CriticReport report,
    List<String> reasons,
    @Nullable String silence,
    EsiRecord record,
    RunTrace trace,
    List<AgentResult> agents) {

  public EsiResult {
    fields = List.copyOf(fields);
    passes = List.copyOf(passes);
    reasons = List.copyOf(reasons);
    agents = List.copyOf(agents);
  }

  /** A field by its name in lower case, with its text. */
  public record FieldText(String field, String text) {}

  /**
   * One of several agents.
   *
   * @param agent its name
   * @param committed whether its own gate opened
   * @param answer what stands in its [Answer]; empty where it did not get so far
   * @param reasons why its gate did not open; empty where it did
   */
  public record AgentResult(String agent, boolean committed, String answer, List<String> reasons) {
    public AgentResult {
      reasons = List.copyOf(reasons);
    }
  }
}
