package glassbox.contracts.esi;

import com.fasterxml.jackson.annotation.JsonProperty;
import glassbox.contracts.trace.TraceSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run went. Of a run of several agents it is the course of the one that {@link
 * AgentsRecord#speaker()} names, but for passes, trace and costs, which are those of all.
 *
 * @param domain whose profile it had
 * @param configurationHash hex SHA-256 of the configuration that was in force
 * @param volatility of the task
 * @param starch structure that it got
 * @param schedule heats of outline, draft and verification at its start
 * @param bars of its gate
 * @param stages it went through, in order
 * @param passes in order of number, each a block
 * @param judgements of the gate, in order
 * @param changes of parameters within the run, in order
 * @param repairs it had
 * @param restarts it had
 * @param fallback whether it ended under the conservative profile
 * @param failure why it did not commit; null where it did
 * @param trace its evidence, without texts
 * @param costs where its time went
 * @param agents how the others went and what was made of them all; null for a run of one
 */
public record EsiRecord(
    String domain,
    String configurationHash,
    Volatility volatility,
    Starch starch,
    List<Heat> schedule,
    Bars bars,
    List<Stage> stages,
    List<Pass> passes,
    List<Judgement> judgements,
    List<Change> changes,
    int repairs,
    int restarts,
    boolean fallback,
    @Nullable Failure failure,
    TraceSummary trace,
    Costs costs,
    @Nullable AgentsRecord agents) {

  public EsiRecord {
    schedule = List.copyOf(schedule);
    stages = List.copyOf(stages);
    passes = List.copyOf(passes);
    judgements = List.copyOf(judgements);
    changes = List.copyOf(changes);
  }

  /** The same with the trace's commitment, which needs the salt of the run's content. */
  public EsiRecord committedTo(String commitment) {
    return new EsiRecord(
        domain,
        configurationHash,
        volatility,
        starch,
        schedule,
        bars,
        stages,
        passes,
        judgements,
        changes,
        repairs,
        restarts,
        fallback,
        failure,
        trace.committedTo(commitment),
        costs,
        agents);
  }

  /** v = .35 length + .25 symbols + .25 ambiguity + .15 history; all in [0, 1]. */
  public record Volatility(
      double value, double length, double symbols, double ambiguity, double history) {}

  /**
   * Structure.
   *
   * @param share of the model's window that it might take
   * @param budget in tokens
   * @param used structural tokens that were forced
   */
  public record Starch(double share, int budget, int used) {}

  /** Temperature and nucleus mass of a pass. */
  public record Heat(double temperature, double topP) {}

  /** Least CSA and largest chi that commit. */
  public record Bars(double csa, double chi) {}

  /** A stage, in lower case, that the run came to. */
  public record Stage(String stage, Instant at, boolean fallback) {}

  /**
   * One pass.
   *
   * @param drawn tokens that the models drew
   * @param forced tokens that the server gave
   * @param millis time of decoding alone
   * @param block hash of its sealed block
   * @param agent that wrote it; null in a run of one
   */
  public record Pass(
      int number,
      String stage,
      double temperature,
      double topP,
      long seed,
      int drawn,
      int forced,
      double millis,
      String block,
      @Nullable String agent) {}

  /**
   * A ruling of the gate.
   *
   * @param phase checks before the answer, or the answer
   * @param ballots what each critic said
   * @param csa agreement of the critics that voted
   * @param chi null where it is unknown: then the gate stays shut
   * @param open whether the way was free
   */
  public record Judgement(
      Phase phase, List<Ballot> ballots, double csa, @Nullable Chi chi, boolean open) {
    public Judgement {
      ballots = List.copyOf(ballots);
    }
  }

  /** When the gate ruled. */
  public enum Phase {
    /** Before the answer was begun. */
    @JsonProperty("checks")
    CHECKS,
    /** On the answer. */
    @JsonProperty("answer")
    ANSWER
  }

  /**
   * What one critic said.
   *
   * @param outcome passed, flagged or unavailable
   * @param mandatory whether nothing commits without its pass
   * @param quarantined whether it is listed but does not vote
   * @param checks claim-level checks that it issued
   * @param findings how many of them failed
   */
  public record Ballot(
      String critic,
      String version,
      String configHash,
      glassbox.contracts.verdict.Verdict.Outcome outcome,
      boolean mandatory,
      boolean quarantined,
      int checks,
      int findings) {}

  /** Chi with its weighted parts, which add up to it. */
  public record Chi(
      double value, double collapse, double loop, double contradiction, boolean diffuse) {}

  /** A parameter that was changed: by whom, and why. */
  public record Change(String parameter, double before, double after, String by, String reason) {}

  /**
   * Why a run did not commit.
   *
   * @param cause in lower case, such as {@code gate} or {@code unavailable}
   * @param block the block at fault, such as {@code [Compute] S2}; null where none is
   */
  public record Failure(String cause, @Nullable String block) {}

  /**
   * Where a run's time went, in milliseconds.
   *
   * @param decoding of all passes, as they were waited for
   * @param scaffold the part of it that would not have been spent without the scaffold: of the
   *     measured forward of each forced marker the share 1 - p, p being the probability by the
   *     models that they would have written it there themselves
   * @param critics waiting for the panel
   * @param tools running tools
   * @param own everything else: gate, trace, fields, state
   * @param share of scaffold, critics and own in the rest of decoding
   */
  public record Costs(
      double decoding, double scaffold, double critics, double tools, double own, double share) {}
}
