package glassbox.esi.orchestration;

import glassbox.esi.parameter.ParameterChange;
import glassbox.esi.run.RunState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened in a run, told to its listener as it happens. */
final class RunLog {

  final List<StageRecord> stages = new ArrayList<>();
  final List<PassRecord> passes = new ArrayList<>();
  final List<Judgement> judgements = new ArrayList<>();
  final List<ParameterChange> changes = new ArrayList<>();

  private final RunListener listener;
  private final Clock clock;
  private volatile boolean deaf;

  RunLog(RunListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /** Whether nobody listens any more. */
  boolean gone() {
    return deaf || listener.gone();
  }

  void tell(RunEvent event) {
    if (deaf) {
      return;
    }
    try {
      listener.on(event);
    } catch (RuntimeException e) {
      deaf = true;
    }
  }

  void stage(RunState state, List<String> reasons) {
    var record = new StageRecord(state.stage(), clock.instant(), state.fallback(), reasons);
    stages.add(record);
    tell(new RunEvent.StageBegan(record));
  }

  void pass(PassRecord pass) {
    passes.add(pass);
    tell(new RunEvent.PassEnded(pass));
  }

  void judged(Judgement judgement) {
    judgements.add(judgement);
    tell(new RunEvent.Judged(judgement));
  }

  void changed(ParameterChange change) {
    changes.add(change);
    tell(new RunEvent.Changed(change));
  }

  Duration decoding() {
    return passes.stream().map(PassRecord::took).reduce(Duration.ZERO, Duration::plus);
  }
}
