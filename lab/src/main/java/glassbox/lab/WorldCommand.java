package glassbox.lab;

import glassbox.lab.world.World;
import glassbox.lab.world.WorldFiles;
import glassbox.lab.world.WorldLines;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Split;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "world",
    description = "Writes the demo world: all of it to a folder, or fresh lines of one kind.")
final class WorldCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of what is drawn; for --out and --sql also of the world.")
  private long seed;

  @Option(
      names = "--world",
      description = "Seed of the facts: 1 for tasks, statements and requests, else --seed.")
  private @Nullable Long world;

  @Option(names = "--split", defaultValue = "test", description = "train, validation or test.")
  private String split = "test";

  @Option(names = "--domain", description = "One domain; without it all, in turn.")
  private @Nullable String domain;

  @Option(
      names = "--texts",
      defaultValue = "1000000",
      description = "Most training texts of a domain and reading, for --out.")
  private int texts;

  @Spec private CommandSpec spec = CommandSpec.create();

  private static final class What {
    @Option(names = "--out", description = "Folder for everything, with a manifest of digests.")
    private @Nullable Path out;

    @Option(names = "--sql", description = "File for the facts as a Postgres script.")
    private @Nullable Path sql;

    @Option(names = "--tasks", description = "Prints up to N tasks, no two alike.")
    private @Nullable Integer tasks;

    @Option(names = "--statements", description = "Prints N statements: true, false, unsupported.")
    private @Nullable Integer statements;

    @Option(names = "--safety", description = "Prints N pairs of unsafe and harmless requests.")
    private @Nullable Integer safety;
  }

  @Override
  public Integer call() throws IOException {
    if (what.out != null) {
      WorldFiles.write(World.of(factsSeed(seed), count(texts)), seed, what.out);
    } else if (what.sql != null) {
      Files.writeString(what.sql, new WorldLines(World.of(factsSeed(seed))).sql());
    } else {
      print(lines(new WorldLines(World.of(factsSeed(1)))));
    }
    return 0;
  }

  private List<String> lines(WorldLines lines) {
    if (what.tasks != null) {
      return lines.tasks(domains(), split(), count(what.tasks), seed);
    }
    if (what.statements != null) {
      return lines.statements(split(), count(what.statements), seed);
    }
    return lines.safety(split(), count(what.safety == null ? 0 : what.safety), seed);
  }

  private void print(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(line -> out.print(line + "\n"));
    out.flush();
  }

  private long factsSeed(long otherwise) {
    return world == null ? otherwise : world;
  }

  private int count(int n) {
    if (n < 1) {
      throw wrong("at least one line must be asked for, not " + n);
    }
    return n;
  }

  private Split split() {
    return Arrays.stream(Split.values())
        .filter(candidate -> candidate.id().equals(split.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> wrong("no split is called " + split));
  }

  private List<Domain> domains() {
    if (domain == null) {
      return List.of(Domain.values());
    }
    try {
      return List.of(Domain.of(domain));
    } catch (IllegalArgumentException e) {
      throw wrong("no domain is called " + domain);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
