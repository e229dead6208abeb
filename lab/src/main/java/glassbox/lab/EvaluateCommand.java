package glassbox.lab;

import glassbox.engine.federation.Member;
import glassbox.lab.evaluation.DemoModels;
import glassbox.lab.evaluation.Evaluation;
import glassbox.lab.world.World;
import glassbox.ledger.block.Combination;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "evaluate",
    description = "Counts exact answers to held-out questions: each model alone, and joined.")
final class EvaluateCommand implements Callable<Integer> {

  @Option(names = "--models", defaultValue = "models", description = "Folder of the demo models.")
  private Path models = Path.of("models");

  @Option(names = "--seed", defaultValue = "1", description = "Seed of the world.")
  private long seed;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (DemoModels loaded = DemoModels.load(models)) {
      List<Member> members = loaded.members();
      var evaluation = new Evaluation(members, combinations(members.size()), loaded.tokenizer());
      evaluation.run(World.of(seed)).forEach(result -> print(out, result));
    }
    out.flush();
    return 0;
  }

  private static Map<String, Combination> combinations(int members) {
    var combinations = new LinkedHashMap<String, Combination>();
    var even = Collections.nCopies(members, -Math.log(members));
    combinations.put("mixture", Combination.Mixture.uniform(members));
    combinations.put("prefix_updated", new Combination.PrefixUpdated(even));
    combinations.put("product", new Combination.Product(Collections.nCopies(members, 1.0)));
    return combinations;
  }

  private static void print(PrintWriter out, Evaluation.DomainResult result) {
    out.printf("%s, %d questions%n", result.domain().id(), result.questions());
    result
        .exact()
        .forEach(
            (name, count) -> {
              double rate = (double) count / result.questions();
              Double share = result.shares().get(name);
              String note = share == null ? "" : String.format(Locale.ROOT, "  share %.3f", share);
              out.printf(Locale.ROOT, "  %-20s %.3f%s%n", name, rate, note);
            });
  }
}
