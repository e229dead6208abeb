package glassbox.critic.verdict;

import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.CriticView;
import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.chi.Chi;
import glassbox.critics.gate.CrossAgreement;
import glassbox.critics.gate.GateDecision;
import glassbox.critics.gate.Vote;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Judges answers with all critics and decides at the gate. */
@Component
final class Judge {
  private final CriticSettings settings;
  private final Bench bench;

  Judge(ObjectProvider<Critic> critics, CriticSettings settings) {
    this.settings = settings;
    this.bench =
        new Bench(critics.orderedStream().toList(), settings.timeLimit(), settings.parallelism());
  }

  CriticReport judge(CriticRequest request) {
    List<Bench.Judged> judged = bench.judge(Wire.draft(request));
    List<Vote> votes =
        judged.stream()
            .map(j -> new Vote(name(j.critic()), mandatory(j.critic()), j.verdict()))
            .toList();
    Optional<Chi> chi =
        Chi.of(
            Wire.signals(request.signals()),
            CrossAgreement.contradictions(votes),
            settings.chi().chi());
    GateDecision gate = settings.gate().gate().decide(votes, chi);
    List<glassbox.contracts.verdict.Verdict> verdicts =
        IntStream.range(0, votes.size())
            .mapToObj(i -> Wire.verdict(judged.get(i).critic().identity(), votes.get(i)))
            .toList();
    return Wire.report(verdicts, CrossAgreement.csa(votes), chi, gate);
  }

  List<CriticView> critics() {
    return bench.critics().stream().map(this::view).toList();
  }

  private CriticView view(Critic critic) {
    CriticIdentity identity = critic.identity();
    return new CriticView(
        identity.name(),
        identity.version(),
        identity.configHash(),
        mandatory(critic),
        identity.description());
  }

  private boolean mandatory(Critic critic) {
    return settings.mandatory().contains(name(critic));
  }

  private static String name(Critic critic) {
    return critic.identity().name();
  }

  @PreDestroy
  void close() {
    bench.close();
  }
}
