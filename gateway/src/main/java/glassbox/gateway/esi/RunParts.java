package glassbox.gateway.esi;

import glassbox.esi.agents.AgentRun;
import glassbox.esi.agents.Consensus;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.downstream.DownstreamUnavailable.Reason;
import glassbox.gateway.downstream.Service;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param all one an agent, in order of their passes
 * @param speaker the part whose answer is the run's: the chosen agent's; where none was chosen, the
 *     first that was judged, and then there is no answer
 * @param consensus of several agents; empty for a run of one
 */
record RunParts(List<Part> all, Part speaker, Optional<Consensus> consensus) {
  RunParts {
    all = List.copyOf(all);
  }

  static RunParts alone(Part part) {
    return new RunParts(List.of(part), part, Optional.empty());
  }

  static RunParts together(List<Part> all, Consensus consensus) {
    return new RunParts(all, speaker(all, consensus), Optional.of(consensus));
  }

  private static Part speaker(List<Part> all, Consensus consensus) {
    Optional<String> chosen = consensus.chosen().map(AgentRun::agent);
    return all.stream()
        .filter(part -> chosen.filter(name -> name.equals(part.agent())).isPresent())
        .findFirst()
        .or(() -> all.stream().filter(part -> part.desk().panel().last() != null).findFirst())
        .or(() -> all.stream().filter(part -> !part.passes().isEmpty()).findFirst())
        .orElse(all.getFirst());
  }

  boolean committed() {
    return speaker.report().end().committed();
  }

  /**
   * The answer; of several agents only one that was chosen, be there others that one could take.
   */
  String answer() {
    return consensus.isPresent() && !committed() ? "" : speaker.answer();
  }

  /**
   * Without a pass there is nothing to record, and nobody to tell of a run that was cancelled.
   *
   * @throws CallerGone when the listener said so
   * @throws RuntimeException what the models failed with, where that ended every agent
   */
  void requireRecordable() {
    if (all.stream().anyMatch(Part::cancelled)) {
      throw new CallerGone();
    }
    if (all.stream().allMatch(part -> part.failure().isPresent())) {
      throw all.getFirst().failure().orElseThrow();
    }
    if (speaker.passes().isEmpty()) {
      throw new DownstreamUnavailable(Service.INFERENCE, Reason.TIMEOUT, null);
    }
  }
}
