package glassbox.esi.judging;

import glassbox.esi.config.DomainProfile;
import glassbox.esi.config.GateBars;
import glassbox.esi.trace.Trace;
import glassbox.esi.transcript.Entry;
import glassbox.esi.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What critics are asked about.
 *
 * @param runId of the run
 * @param phase whether the answer stands
 * @param prompt the question
 * @param context what the answer should rest on, if anything was given
 * @param transcript the answer's side; objections are by UTF-16 offsets into its text
 * @param draft tokens that chi measures: those of the drafting stage in order, forced ones too; a
 *     repair does not change them
 * @param trace evidence and claims
 * @param profile of the domain: who votes, who is mandatory, fragments that a claim needs
 * @param bars of the gate
 * @param others what other agents answered; empty in a run of one
 */
public record Inquiry(
    UUID runId,
    Phase phase,
    String prompt,
    Optional<String> context,
    Transcript transcript,
    List<Entry> draft,
    Trace trace,
    DomainProfile profile,
    GateBars bars,
    List<AgentAnswer> others) {
  public Inquiry {
    draft = List.copyOf(draft);
    others = List.copyOf(others);
  }
}
