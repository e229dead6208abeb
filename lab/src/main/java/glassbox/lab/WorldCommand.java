package glassbox.lab;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.World;
import glassbox.lab.world.WorldFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "world", description = "Writes the demo world's text as JSON lines.")
final class WorldCommand implements Callable<Integer> {

  @Option(names = "--seed", defaultValue = "1", description = "Seed of the world.")
  private long seed;

  @Option(names = "--out", required = true, description = "Folder to write to.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    World world = World.of(seed);
    WorldFiles.write(world, out);
    PrintWriter print = spec.commandLine().getOut();
    for (Domain domain : Domain.values()) {
      print.printf(
          "%s: %d training and %d validation questions%n",
          domain.id(), world.text(domain).train().size(), world.text(domain).validation().size());
    }
    print.flush();
    return 0;
  }
}
