package glassbox.lab.phases;

import glassbox.esi.config.ConfigurationReader;
import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab evaluate phases}: measures a stack that runs. */
@Command(
    name = "phases",
    description = "Measures a running stack's answers through phases on held-out tasks.")
public final class PhasesCommand implements Callable<Integer> {
  private static final Duration RELOAD = Duration.ofSeconds(60);

  @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "The gateway.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--key-file", defaultValue = ".glassbox/api-key", description = "File of a key.")
  private Path keyFile = Path.of(".glassbox", "api-key");

  @Option(names = "--federation", defaultValue = "demo", description = "Alias of the federation.")
  private String federation = "demo";

  @Option(names = "--tasks", defaultValue = "100", description = "Most tasks of a domain.")
  private int tasks;

  @Option(
      names = "--ablation-tasks",
      defaultValue = "64",
      description = "Most tasks of a domain under an ablation.")
  private int ablationTasks;

  @Option(names = "--seeds", split = ",", defaultValue = "13,17,23", description = "Of the draws.")
  private List<Long> seeds = List.of();

  @Option(names = "--domains", split = ",", description = "Some domains; all without it.")
  private List<String> domains = List.of();

  @Option(names = "--world", defaultValue = "1", description = "Seed of the facts.")
  private long world;

  @Option(names = "--attacks", description = "Asks with an attack in every prompt.")
  private boolean attacks;

  @Option(
      names = "--ablations",
      split = ",",
      description = "Also: no_starch, flat_heat, over_starch, single_critic, no_trace, no_repair.")
  private List<String> ablations = List.of();

  @Option(
      names = "--configuration",
      description = "The gateway's configuration file, written for ablations of the gate.")
  private @Nullable Path configuration;

  @Option(names = "--lines", description = "File of the lines; goes on from those that are there.")
  private Path lines = Path.of("phases.jsonl");

  @Option(names = "--out", defaultValue = "docs/results", description = "Folder for the result.")
  private Path out = Path.of("docs", "results");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter print = spec.commandLine().getOut();
    World facts = World.of(world);
    List<Question> questions = Question.heldOut(facts, domains(), tasks, world);
    List<Question> fewer =
        Question.heldOut(facts, domains(), Math.min(tasks, ablationTasks), world);
    Map<String, List<Row>> settings = new LinkedHashMap<>();
    try (StackClient stack = new StackClient(url, Files.readString(keyFile).strip())) {
      PhasesEvaluation evaluation = new PhasesEvaluation(stack, lines, federation, print);
      for (Ablation ablation : ablations()) {
        configure(stack, ablation);
        boolean plain = ablation == Ablation.NONE;
        List<Question> some = plain ? questions : fewer;
        settings.put(
            ablation.id(),
            evaluation.run(
                attacks ? Question.attacked(some) : some,
                plain ? seeds : seeds.subList(0, 1),
                ablation));
      }
      configure(stack, Ablation.NONE);
    }
    List<Row> plain = settings.getOrDefault(Ablation.NONE.id(), List.of());
    List<Bar> bars = attacks ? PhasesReport.attackBars(plain) : PhasesReport.bars(plain);
    PhasesReport.write(
        out, attacks ? "attacks" : "evaluate", bars, settings, seeds, Provenance.here(command()));
    bars.forEach(
        bar ->
            print.printf(
                Locale.ROOT,
                "%-4s %s: %.3f %s (%s, n = %d)%n",
                bar.holds() ? "ok" : "MISS",
                bar.name(),
                bar.value(),
                bar.unit(),
                bar.bar(),
                bar.n()));
    print.flush();
    return 0;
  }

  private String command() {
    return "./glassbox lab evaluate phases --tasks %d --seeds %s%s%s"
        .formatted(
            tasks,
            String.join(",", seeds.stream().map(String::valueOf).toList()),
            attacks ? " --attacks" : "",
            ablations.isEmpty()
                ? ""
                : " --ablations %s --ablation-tasks %d --configuration FILE"
                    .formatted(String.join(",", ablations), ablationTasks));
  }

  private List<Domain> domains() {
    try {
      return domains.isEmpty()
          ? List.of(Domain.values())
          : domains.stream().map(Domain::of).toList();
    } catch (IllegalArgumentException e) {
      throw wrong("no such domain among " + domains);
    }
  }

  private List<Ablation> ablations() {
    List<Ablation> all = new ArrayList<>(List.of(Ablation.NONE));
    for (String name : ablations) {
      all.add(
          Arrays.stream(Ablation.values())
              .filter(ablation -> ablation.id().equals(name))
              .findFirst()
              .orElseThrow(() -> wrong("no ablation is called " + name)));
    }
    return all;
  }

  /** Puts the configuration of an ablation in force, where it needs one. */
  private void configure(StackClient stack, Ablation ablation)
      throws IOException, InterruptedException {
    String shipped = shipped();
    String wanted = ablation.configure(shipped);
    if (configuration == null) {
      if (!wanted.equals(shipped)) {
        throw wrong(ablation.id() + " needs --configuration");
      }
      return;
    }
    String hash = ConfigurationReader.read(wanted).hash();
    Files.writeString(configuration, wanted);
    long until = System.nanoTime() + RELOAD.toNanos();
    while (!stack.configuration().equals(hash)) {
      if (System.nanoTime() > until) {
        throw new IOException("the gateway does not take the configuration of " + ablation.id());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static String shipped() throws IOException {
    try (var in = PhasesCommand.class.getResourceAsStream("/glassbox/esi/esi-v1.yaml")) {
      if (in == null) {
        throw new IOException("the configuration is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
