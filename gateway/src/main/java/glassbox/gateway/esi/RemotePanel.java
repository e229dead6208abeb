package glassbox.gateway.esi;

import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.verdict.AnswerStretch;
import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.Material;
import glassbox.contracts.verdict.Panel;
import glassbox.contracts.verdict.TokenSignal;
import glassbox.contracts.verdict.TraceClaim;
import glassbox.contracts.verdict.TraceFragment;
import glassbox.esi.config.DomainProfile;
import glassbox.esi.judging.CriticPanel;
import glassbox.esi.judging.Inquiry;
import glassbox.esi.judging.PanelException;
import glassbox.esi.judging.Phase;
import glassbox.esi.judging.Report;
import glassbox.esi.trace.Fragment;
import glassbox.esi.trace.Trace;
import glassbox.esi.transcript.Entry;
import glassbox.esi.transcript.Passage;
import glassbox.gateway.downstream.Critics;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the critic service, and keeps what it said last. */
final class RemotePanel implements CriticPanel {
  private final Critics critics;
  private final Material material;
  private final Supplier<List<ModelDigest>> specialists;
  private @Nullable CriticReport last;
  private @Nullable String silence;

  /**
   * @param material what the caller gave for critics to judge against
   * @param specialists who answers, as far as it is known
   */
  RemotePanel(Critics critics, Material material, Supplier<List<ModelDigest>> specialists) {
    this.critics = critics;
    this.material = material;
    this.specialists = specialists;
  }

  /** The last report, if there was one. */
  @Nullable CriticReport last() {
    return last;
  }

  /** Why nobody could be asked last; null where somebody could. */
  @Nullable String silence() {
    return silence;
  }

  @Override
  public Report judge(Inquiry inquiry) {
    try {
      CriticReport report = critics.judge(request(inquiry));
      last = report;
      silence = null;
      return Reports.of(report, inquiry.profile());
    } catch (DownstreamUnavailable e) {
      silence = e.reason().label();
      throw new PanelException(e.reason().label(), e);
    } catch (DownstreamRefused e) {
      silence = "refused";
      throw new PanelException("refused", e);
    }
  }

  private CriticRequest request(Inquiry inquiry) {
    return new CriticRequest(
        inquiry.runId(),
        inquiry.prompt(),
        inquiry.context().orElse(null),
        inquiry.transcript().text(),
        signals(inquiry),
        inquiry.trace().fragments().stream().map(RemotePanel::fragment).toList(),
        inquiry.trace().claims().stream()
            .map(claim -> new TraceClaim(claim.id(), claim.text(), claim.supports()))
            .toList(),
        inquiry.transcript().passages().stream().map(RemotePanel::stretch).toList(),
        panel(inquiry),
        material(inquiry),
        null,
        specialists.get(),
        inquiry.phase() == Phase.ANSWER);
  }

  /**
   * One a token of the transcript. Tokens of the draft that a repair replaced stand behind those of
   * the draft that were kept: entropy is the draft's, everything else is of the text that stands.
   */
  static List<TokenSignal> signals(Inquiry inquiry) {
    Set<Entry> standing = identities(inquiry.transcript().entries());
    Set<Entry> draft = identities(inquiry.draft());
    List<TokenSignal> replaced =
        inquiry.draft().stream()
            .filter(entry -> !standing.contains(entry) && !given(entry))
            .map(entry -> signal(entry, TokenSignal.Kind.REPLACED))
            .toList();
    List<TokenSignal> signals = new ArrayList<>();
    int behind = 0;
    for (Entry entry : inquiry.transcript().entries()) {
      boolean drafted = draft.contains(entry);
      signals.add(signal(entry, drafted ? TokenSignal.Kind.DRAFT : TokenSignal.Kind.OTHER));
      behind = drafted ? signals.size() : behind;
    }
    signals.addAll(behind, replaced);
    return signals;
  }

  private static Set<Entry> identities(List<Entry> entries) {
    Set<Entry> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(entries);
    return set;
  }

  /** Whether nobody drew it. */
  private static boolean given(Entry entry) {
    return entry.token().forced() || entry.token().special();
  }

  private static TokenSignal signal(Entry entry, TokenSignal.Kind drawn) {
    return new TokenSignal(
        entry.token().id(),
        entry.token().text(),
        entry.token().normalizedEntropy(),
        entry.token().entropy(),
        given(entry) ? TokenSignal.Kind.FORCED : drawn,
        entry.token().sketch().isEmpty() ? null : entry.token().sketch(),
        entry.token().forced() ? null : entry.token().logProb(),
        null,
        null);
  }

  /** What was given is no call: it has no input. */
  private static TraceFragment fragment(Fragment fragment) {
    boolean given = fragment.kind().equals(Trace.GIVEN);
    return new TraceFragment(
        fragment.id(),
        fragment.kind(),
        fragment.tool(),
        fragment.output(),
        given ? null : fragment.input(),
        fragment.hash());
  }

  private static AnswerStretch stretch(Passage passage) {
    return new AnswerStretch(
        AnswerStretch.Field.valueOf(passage.field().name()),
        AnswerStretch.Role.valueOf(passage.role().name()),
        passage.start(),
        passage.end());
  }

  private static Panel panel(Inquiry inquiry) {
    DomainProfile profile = inquiry.profile();
    return new Panel(
        profile.name(),
        profile.critics().stream()
            .map(critic -> new Panel.Seat(critic, profile.mandatory().contains(critic)))
            .toList(),
        profile.fragmentsPerClaim(),
        new Panel.Bars(inquiry.bars().csa(), inquiry.bars().chi()));
  }

  private Material material(Inquiry inquiry) {
    List<Material.AgentAnswer> agents =
        Stream.concat(
                material.agents().stream(),
                inquiry.others().stream()
                    .map(o -> new Material.AgentAnswer(o.agent(), o.answer(), o.passed())))
            .toList();
    return new Material(material.documents(), material.tests(), material.plan(), agents);
  }
}
