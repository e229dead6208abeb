package glassbox.lab;

import glassbox.lab.tokenizer.BytePairTrainer;
import glassbox.lab.tokenizer.BytePairVocabulary;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.World;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "tokenizer",
    description = "Trains the byte-pair tokenizer on a world's text and writes tokenizer.json.")
final class TokenizerCommand implements Callable<Integer> {

  @Option(names = "--seed", defaultValue = "1", description = "Seed of the world.")
  private long seed;

  @Option(names = "--vocabulary", defaultValue = "1700", description = "Most tokens.")
  private int vocabulary;

  @Option(names = "--out", required = true, description = "Folder to write to.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    BytePairVocabulary trained =
        BytePairTrainer.train(World.of(seed).trainingStrings(), DemoTokens.ALL, vocabulary);
    trained.write(out);
    spec.commandLine().getOut().printf("%d tokens%n", trained.size());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
