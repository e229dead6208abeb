package chaos;

import chaos.Load.Acknowledged;
import glassbox.lab.results.Provenance;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Starts a stack, kills it to pieces under load, lets it recover, and judges what it remembers. */
final class Chaos {
  private static final long LONGEST_RECOVERY_MILLIS = 900_000;

  private Chaos() {}

  /**
   * What to do, from system properties {@code chaos.*}.
   *
   * @param kills how many processes to kill
   * @param spools the small file system that the spools are on, if there is one
   */
  private record Plan(
      Path root, Path home, int port, int kills, int clients, long seed, Optional<Path> spools) {
    static Plan given() {
      return new Plan(
          Path.of(need("root")),
          Path.of(need("home")),
          Integer.parseInt(need("port")),
          Integer.parseInt(need("kills")),
          Integer.parseInt(need("clients")),
          Long.parseLong(need("seed")),
          Optional.ofNullable(System.getProperty("chaos.spools")).map(Path::of));
    }

    private static String need(String name) {
      String value = System.getProperty("chaos." + name);
      if (value == null) {
        throw new IllegalArgumentException(
            "chaos." + name + " is not set: use benchmarks/chaos/run");
      }
      return value;
    }
  }

  public static void main(String[] arguments) throws Exception {
    Plan plan = Plan.given();
    Optional<Disk> disk = Optional.empty();
    if (plan.spools().isPresent()) {
      disk = Optional.of(new Disk(plan.spools().get()));
    }
    boolean holds;
    try (Stack stack = new Stack(plan.root(), plan.home(), plan.port())) {
      stack.up();
      holds = run(plan, stack, disk);
    }
    System.exit(holds ? 0 : 1);
  }

  private static boolean run(Plan plan, Stack stack, Optional<Disk> disk) throws Exception {
    long began = System.nanoTime();
    try (Api api = new Api(plan.port(), stack.state().resolve("api-key"))) {
      Checkpoints checkpoints = new Checkpoints(api);
      Load load = new Load(api, plan.clients(), plan.seed());
      Killing killing = new Killing(stack, load, disk, plan.seed());
      killing.run(plan.kills());
      load.close();
      double recovery = recover(stack);
      double seconds = (System.nanoTime() - began) / 1e9;
      CheckpointVerifier verifier = Checkpoints.verifier(stack.state().resolve("log-verifier.pub"));
      Judgement judgement = new Judgement(api, verifier);
      List<Acknowledged> acknowledged = load.acknowledged();
      if (acknowledged.isEmpty()) {
        throw new IllegalStateException("nothing was answered: " + load.outcomes());
      }
      judgement.judge(acknowledged);
      checkpoints.close();
      List<String> inconsistent = checkpoints.check(verifier, acknowledged.getFirst().runId());
      Report report = new Report(plan.seed(), killing, load, checkpoints, judgement, inconsistent);
      return report.write(
          plan.root().resolve("docs/results"),
          Provenance.here(
              "benchmarks/chaos/run --kills %d --seed %d".formatted(plan.kills(), plan.seed())),
          new Report.Times(seconds, recovery, stack.endedThemselves()));
    }
  }

  /** Seconds from the last kill's load until all services are ready. */
  private static double recover(Stack stack) {
    long began = System.nanoTime();
    while (!stack.isReady()) {
      if (System.nanoTime() - began > LONGEST_RECOVERY_MILLIS * 1_000_000) {
        throw new IllegalStateException("the stack does not recover");
      }
      Stack.sleep(200);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(Locale.ROOT, "ready %.1f s after the load ended%n", seconds);
    return seconds;
  }
}
