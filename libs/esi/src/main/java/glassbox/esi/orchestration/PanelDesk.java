package glassbox.esi.orchestration;

import glassbox.esi.config.DomainProfile;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.judging.AgentAnswer;
import glassbox.esi.judging.CriticPanel;
import glassbox.esi.judging.GateKeeper;
import glassbox.esi.judging.Inquiry;
import glassbox.esi.judging.Phase;
import glassbox.esi.judging.Report;
import glassbox.esi.judging.Ruling;
import java.util.List;

/** Has the critics judge what the sheet says, and rules on it. */
final class PanelDesk {

  private final CriticPanel critics;
  private final EsiConfiguration configuration;
  private final DomainProfile profile;
  private final RunOrder order;
  private final Sheet sheet;
  private final RunLog log;
  private final Meter meter;
  List<AgentAnswer> others = List.of();

  PanelDesk(
      CriticPanel critics,
      EsiConfiguration configuration,
      DomainProfile profile,
      RunOrder order,
      Sheet sheet,
      RunLog log,
      Meter meter) {
    this.critics = critics;
    this.configuration = configuration;
    this.profile = profile;
    this.order = order;
    this.sheet = sheet;
    this.log = log;
    this.meter = meter;
  }

  Ruling rule(Phase phase) {
    sheet.claim();
    Inquiry inquiry = inquiry(phase);
    Report report = meter.wait(Meter.Account.CRITICS, () -> critics.judge(inquiry));
    Ruling ruling = GateKeeper.rule(inquiry, report);
    boolean open = ruling.outcome() == Ruling.Outcome.OPEN;
    log.judged(
        new Judgement(phase, ruling.ballots(), ruling.csa(), ruling.chi(), open, ruling.reasons()));
    return ruling;
  }

  /** Before there is an answer nobody can compare it. */
  private Inquiry inquiry(Phase phase) {
    DomainProfile asked =
        phase == Phase.CHECKS ? profile.withOptional(AgentAnswer.CRITIC) : profile;
    return new Inquiry(
        order.runId(),
        phase,
        order.prompt(),
        order.context(),
        sheet.transcript,
        sheet.measured(configuration.repair().entropy()),
        sheet.trace,
        asked,
        configuration.bars(),
        others);
  }
}
