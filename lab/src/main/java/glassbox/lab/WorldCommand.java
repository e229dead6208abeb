package glassbox.lab;

import glassbox.lab.world.Reading;
import glassbox.lab.world.World;
import glassbox.lab.world.WorldFiles;
import glassbox.lab.world.facts.Domain;
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
          "%s: %d facts, %d worked tasks%n",
          domain.id(),
          world.facts().taught(domain).size(),
          world.reading(domain, Reading.WORKED).size());
    }
    print.flush();
    return 0;
  }
}
