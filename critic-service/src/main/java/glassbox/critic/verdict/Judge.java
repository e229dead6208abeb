package glassbox.critic.verdict;

import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.CriticView;
import glassbox.contracts.verdict.Panel;
import glassbox.critic.panel.JavaSettings;
import glassbox.critic.panel.Quarantine;
import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.critics.gate.CrossAgreement;
import glassbox.critics.gate.Gate;
import glassbox.critics.gate.GateDecision;
import glassbox.critics.gate.Vote;
import glassbox.critics.panel.Critics;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges answers with the critics that vote and decides at the gate. A critic in quarantine and one
 * that nobody knows vote as unavailable.
 */
@Component
final class Judge {
  private static final Duration MARGIN = Duration.ofSeconds(1);
  private final CriticSettings settings;
  private final Critics maker;
  private final Quarantine quarantine;
  private final Map<String, Critic> critics = new LinkedHashMap<>();
  private final Map<Integer, Critic> traces = new ConcurrentHashMap<>();
  private final Bench bench;

  Judge(Critics maker, Quarantine quarantine, CriticSettings settings, JavaSettings java) {
    this.settings = settings;
    this.maker = maker;
    this.quarantine = quarantine;
    maker.fresh().forEach(critic -> critics.put(critic.identity().name(), critic));
    Duration patience = java.timeLimit().plus(MARGIN);
    this.bench = new Bench(settings.timeLimit(), patience, settings.parallelism());
  }

  /**
   * What came of judging.
   *
   * @param draft what the critics saw
   * @param verdicts by the critic's name
   * @param chi empty where it is unknown
   * @param report for the wire
   */
  record Ruled(
      Draft draft, Map<String, Verdict> verdicts, Optional<Chi> chi, CriticReport report) {}

  Ruled judge(CriticRequest request) {
    Draft draft = Wire.draft(request);
    List<Panel.Seat> seats = seats(request);
    List<Bench.Judged> judged = verdicts(seats, request, draft);
    List<Vote> votes =
        IntStream.range(0, seats.size())
            .mapToObj(
                i ->
                    new Vote(
                        seats.get(i).critic(), seats.get(i).mandatory(), judged.get(i).verdict()))
            .toList();
    Optional<Chi> chi =
        Chi.of(
            WireSignals.of(request.signals()),
            CrossAgreement.contradictions(votes),
            settings.chi().chi());
    GateDecision decision = gate(request).decide(votes, chi);
    List<glassbox.contracts.verdict.Verdict> wire =
        IntStream.range(0, votes.size())
            .mapToObj(i -> Wire.verdict(judged.get(i).identity(), votes.get(i)))
            .toList();
    CriticReport report =
        new CriticReport(
            wire,
            CrossAgreement.csa(votes),
            WireChi.of(chi, request.chiAverage()),
            Wire.gate(decision),
            quarantined());
    Map<String, Verdict> byName = new LinkedHashMap<>();
    votes.forEach(vote -> byName.put(vote.critic(), vote.verdict()));
    return new Ruled(draft, byName, chi, report);
  }

  private Gate gate(CriticRequest request) {
    Panel.Bars bars = request.panel() == null ? null : request.panel().bars();
    return bars == null ? settings.gate().gate() : new Gate(bars.csa(), bars.chi());
  }

  private List<Panel.Seat> seats(CriticRequest request) {
    return request.panel() != null
        ? request.panel().critics()
        : settings.standing().stream()
            .map(name -> new Panel.Seat(name, settings.mandatory().contains(name)))
            .toList();
  }

  private List<Bench.Judged> verdicts(List<Panel.Seat> seats, CriticRequest request, Draft draft) {
    Map<Integer, Bench.Judged> absent = new LinkedHashMap<>();
    List<Critic> running = new ArrayList<>();
    for (int i = 0; i < seats.size(); i++) {
      String name = seats.get(i).critic();
      Critic critic = critics.get(name);
      Optional<Quarantine.Entry> kept = quarantine.of(name);
      if (critic == null) {
        CriticIdentity nobody = new CriticIdentity(name, "", "", "");
        absent.put(i, unavailable(nobody, "there is no critic of this name"));
      } else if (kept.isPresent()) {
        absent.put(i, unavailable(critic.identity(), "in quarantine: " + kept.get().reason()));
      } else {
        running.add(forPanel(critic, request));
      }
    }
    List<Bench.Judged> judged = new ArrayList<>(bench.judge(running, draft));
    absent.forEach(judged::add);
    return judged;
  }

  private Critic forPanel(Critic critic, CriticRequest request) {
    Panel panel = request.panel();
    Integer needed = panel == null ? null : panel.fragmentsPerClaim();
    return needed != null && critic.identity().name().equals("trace")
        ? traces.computeIfAbsent(needed, maker::trace)
        : critic;
  }

  private static Bench.Judged unavailable(CriticIdentity identity, String reason) {
    return new Bench.Judged(identity, new Verdict.Unavailable(reason));
  }

  /** Names in quarantine; null for none, so that records of runs stay as they were. */
  private @Nullable List<String> quarantined() {
    List<String> names = quarantine.all().stream().map(Quarantine.Entry::critic).toList();
    return names.isEmpty() ? null : names;
  }

  List<CriticView> critics() {
    return critics.values().stream().map(this::view).toList();
  }

  private CriticView view(Critic critic) {
    CriticIdentity identity = critic.identity();
    return new CriticView(
        identity.name(),
        identity.version(),
        identity.configHash(),
        settings.mandatory().contains(identity.name()),
        identity.description(),
        quarantine.of(identity.name()).map(Quarantine.Entry::reason).orElse(null),
        settings.standing().contains(identity.name()));
  }

  @PreDestroy
  void close() {
    bench.close();
  }
}
