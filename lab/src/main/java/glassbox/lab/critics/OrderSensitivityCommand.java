package glassbox.lab.critics;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.contradiction.RuleEntailment;
import glassbox.critics.order.HeldOutDrafts;
import glassbox.critics.order.OrderHarness;
import glassbox.critics.order.PairSensitivity;
import glassbox.critics.panel.Critics;
import glassbox.critics.safety.SafetyRules;
import glassbox.critics.sandbox.Sandbox;
import glassbox.critics.sandbox.SandboxLimits;
import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.results.ResultFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab order-sensitivity}. */
@Command(
    name = "order-sensitivity",
    description = "Measures how much the order of two critics changes what they say.",
    mixinStandardHelpOptions = true)
public final class OrderSensitivityCommand implements Callable<Integer> {
  private static final double BAR = .05;
  private static final double CONFIDENCE = .6;
  private static final int FRAGMENTS = 2;

  /** Long enough that a busy machine makes no critic unavailable. */
  private static final SandboxLimits PATIENT =
      new SandboxLimits(Duration.ofMinutes(2), 96, 65_536, 2, 20_000, 64);

  @Option(names = "--out", defaultValue = "docs/results", description = "Folder of the result.")
  private Path out = Path.of("docs/results");

  @Option(names = "--seed", defaultValue = "17", description = "Seed of the drafts.")
  private long seed;

  @Option(names = "--groups", defaultValue = "4", description = "Groups of nine drafts.")
  private int groups;

  @Option(names = "--rounds", defaultValue = "2", description = "Fresh runs of each order.")
  private int rounds;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    List<Draft> drafts = HeldOutDrafts.of(seed, groups);
    PrintWriter print = spec.commandLine().getOut();
    List<PairSensitivity> pairs;
    try (Sandbox sandbox = new Sandbox(PATIENT)) {
      Critics critics =
          new Critics(sandbox, new RuleEntailment(), SafetyRules.shipped(), CONFIDENCE, FRAGMENTS);
      pairs = measure(new OrderHarness(critics::fresh, rounds), critics, drafts, print);
    }
    PairSensitivity planted =
        new OrderHarness(OrderSensitivityCommand::planted, rounds).measure(drafts).getFirst();
    write(pairs, planted, drafts.size());
    return 0;
  }

  private static List<PairSensitivity> measure(
      OrderHarness harness, Critics critics, List<Draft> drafts, PrintWriter print) {
    int count = critics.fresh().size();
    List<PairSensitivity> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        PairSensitivity pair = harness.measure(i, j, drafts);
        pairs.add(pair);
        print.printf(
            Locale.ROOT, "%s, %s: %.3f%n", pair.first(), pair.second(), pair.delta().orElse(-1));
        print.flush();
      }
    }
    return pairs;
  }

  private void write(List<PairSensitivity> pairs, PairSensitivity planted, int drafts)
      throws IOException {
    Provenance provenance =
        Provenance.here(
            "./glassbox lab order-sensitivity --seed %d --groups %d --rounds %d"
                .formatted(seed, groups, rounds));
    double largest = pairs.stream().mapToDouble(p -> p.delta().orElse(0)).max().orElse(0);
    long measured = pairs.stream().filter(p -> p.delta().isPresent()).count();
    long runs = (long) drafts * rounds;
    List<Bar> bars =
        List.of(
            Bar.atMost("largest delta of shipped pairs", largest, "share", BAR, measured * runs),
            Bar.all("shipped pairs measured", measured, pairs.size()),
            new Bar(
                "delta of a planted pair that does not commute",
                planted.delta().orElse(0),
                "share",
                "> " + BAR,
                planted.over(BAR),
                runs));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "bars", bars.stream().map(bar -> bar.document(List.of(seed), provenance)).toList());
    document.put("drafts", drafts);
    document.put("rounds", rounds);
    document.put("pairs", pairs.stream().map(OrderSensitivityCommand::document).toList());
    document.put("planted", document(planted));
    ResultFile.write(out, "order-sensitivity", document);
  }

  private static Map<String, Object> document(PairSensitivity pair) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("first", pair.first());
    document.put("second", pair.second());
    document.put("differing", pair.differing().count());
    document.put("compared", pair.differing().total());
    document.put("differing_high", pair.differing().high());
    document.put("noise", pair.noise().value());
    pair.delta().ifPresent(delta -> document.put("delta", delta));
    return document;
  }

  /** One critic leaves a mark in what the two share, the other flags what is marked. */
  private static List<Critic> planted() {
    AtomicBoolean mark = new AtomicBoolean();
    return List.of(
        new Planted("planted-writer", () -> mark.compareAndSet(false, true) | mark.get()),
        new Planted("planted-reader", () -> !mark.get()));
  }

  private record Planted(String name, Callable<Boolean> passes) implements Critic {
    @Override
    public CriticIdentity identity() {
      return CriticIdentity.of(name, "1", "planted", Map.of());
    }

    @Override
    public Verdict judge(Draft draft) {
      try {
        return passes.call()
            ? new Verdict.Passed(1)
            : new Verdict.Flagged(1, List.of(Finding.nowhere("marked")));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
