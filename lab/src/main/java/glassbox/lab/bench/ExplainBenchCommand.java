package glassbox.lab.bench;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.decoder.Decoder;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.federation.Admission;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationSpec;
import glassbox.engine.federation.Member;
import glassbox.engine.federation.PromptTemplate;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.text.Tokenizer;
import glassbox.lab.manifest.SignedModels;
import glassbox.lab.results.Provenance;
import glassbox.ledger.block.Combination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab bench explain}. */
@Command(
    name = "explain",
    description = "Measures occlusion with shared beginnings against one full forward a mask.")
final class ExplainBenchCommand implements Callable<Integer> {
  private static final List<String> SHIPPED = List.of("general-base", "finance", "quantities");
  private static final int PROMPT = 64;
  private static final int ANSWER = 16;
  private static final int ADAPTERS = 3;

  @Option(names = "--models", defaultValue = "models", description = "Folder of signed models.")
  private Path models = Path.of("models");

  @Option(names = "--out", defaultValue = "docs/results", description = "Folder of the results.")
  private Path out = Path.of("docs/results");

  @Option(names = "--rounds", defaultValue = "5", description = "Measured rounds.")
  private int rounds;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs everything; 0 also when a bar is missed, for the results say so. */
  @Override
  public Integer call() throws Exception {
    SyntheticModel small = SyntheticModel.small();
    List<ExplainBench.Speed> speeds = new ArrayList<>();
    try (SignedModels shipped = SignedModels.load(models, SHIPPED)) {
      Federation demo = federation(shipped.members(), shipped.tokenizer());
      speeds.add(new ExplainBench("shipped", demo, PROMPT, ANSWER, small.seed()).run(rounds));
      speeds.addAll(synthetic(small, shipped.tokenizer()));
    }
    Provenance provenance = Provenance.here("./glassbox lab bench explain --rounds " + rounds);
    ExplainReport report = new ExplainReport(speeds, small.seed(), provenance);
    report.write(out);
    spec.commandLine().getOut().print(report.page());
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** The tokenizer is not asked for anything: prompts are drawn as ids. */
  private List<ExplainBench.Speed> synthetic(SyntheticModel model, Tokenizer tokenizer)
      throws IOException {
    Path directory = Files.createTempDirectory("glassbox-bench");
    try {
      model.write(directory, ADAPTERS);
      List<AdapterDirectory> adapters =
          IntStream.rangeClosed(1, ADAPTERS)
              .mapToObj(i -> AdapterDirectory.open(directory.resolve("adapter-" + i)))
              .toList();
      ModelDirectory base = ModelDirectory.open(directory.resolve("base"));
      try (ForwardModel decoder = Decoder.load(base, adapters, DecoderOptions.defaults())) {
        List<ExplainBench.Speed> speeds = new ArrayList<>();
        for (int members : new int[] {1, 1 + ADAPTERS}) {
          Federation federation = federation(lanes(decoder, members), tokenizer);
          String name = members == 1 ? "5.8 M" : "5.8 M and 3 adapters";
          speeds.add(new ExplainBench(name, federation, PROMPT, ANSWER, model.seed()).run(rounds));
        }
        return speeds;
      }
    } finally {
      DecoderBench.delete(directory);
    }
  }

  private static List<Member> lanes(ForwardModel decoder, int members) {
    return IntStream.range(0, members)
        .mapToObj(lane -> new Member("lane-" + lane, "0".repeat(64), decoder, lane))
        .toList();
  }

  private static Federation federation(List<Member> members, Tokenizer tokenizer) {
    return new Federation(
        new FederationSpec(
            "bench",
            members,
            Combination.Mixture.uniform(members.size()),
            PromptTemplate.PLAIN,
            Set.of()),
        tokenizer,
        Admission.unbounded(),
        "lab",
        1);
  }
}
