package glassbox.lab.monitor;

import glassbox.engine.checkpoint.LegibleConfig.Calibration;
import glassbox.engine.forward.LegibleChannel;
import glassbox.engine.legible.BackdoorMonitor.Design;
import glassbox.lab.scoring.Continuation;
import glassbox.lab.scoring.LoadedModel;
import glassbox.ledger.block.SamplerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab legible monitor}. */
@Command(
    name = "monitor",
    description = {
      "Answers prompts and tests whether what was added to a frozen channel goes round it.",
      "Exit code 3 when an answer or all of them together are suspect, 0 when none is."
    },
    mixinStandardHelpOptions = true)
public final class MonitorCommand implements Callable<Integer> {

  private static final int SUSPECT = 3;

  /** Less probability than this moves no answer, and honest tuning may well move it. */
  private static final double LEAST_LEVEL = 0.05;

  private static final SamplerSettings GREEDY = new SamplerSettings(1, 1, false, 0);

  @Option(names = "--model", required = true, description = "Model with a legible channel.")
  private Path model = Path.of("");

  @Option(names = "--adapter", description = "LoRA directory that uses the model's channel.")
  private @Nullable Path adapter;

  @Option(
      names = "--prompts",
      required = true,
      description = "One prompt a line; special tokens are read; empty lines are skipped.")
  private Path prompts = Path.of("");

  @Option(names = "--before", defaultValue = "", description = "Put before every prompt.")
  private String before = "";

  @Option(names = "--after", defaultValue = "", description = "Put after every prompt.")
  private String after = "";

  @Option(names = "--max-new-tokens", defaultValue = "64", description = "Most new tokens.")
  private int maxNewTokens;

  @Option(
      names = "--level",
      description = {
        "Delta that clean tokens seldom exceed. By default the channel's calibrated 99th"
            + " percentile,",
        "or that of --clean where it is larger, and at least 0.05."
      })
  private @Nullable Double level;

  @Option(
      names = "--clean",
      description = "Prompts known not to trigger anything, one a line, to find the level with.")
  private @Nullable Path clean;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    List<String> asked = lines(prompts);
    if (maxNewTokens < 1) {
      throw refused("--max-new-tokens must be at least 1");
    }
    try (LoadedModel loaded = LoadedModel.open(model, adapter)) {
      var watch = new Watch(Design.of(level(loaded, channel(loaded))));
      for (String prompt : asked) {
        Continuation said = answer(loaded, prompt);
        watch.observe(prompt, said.text(), AnswerDeltas.of(loaded, said));
      }
      PrintWriter out = spec.commandLine().getOut();
      var text = new WatchText(watch);
      out.print(json ? text.json() + "\n" : text.plain());
      out.flush();
      return watch.suspect() ? SUSPECT : 0;
    }
  }

  private List<String> lines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
    if (lines.isEmpty()) {
      throw refused(file + " has no prompts");
    }
    return lines;
  }

  private Continuation answer(LoadedModel loaded, String prompt) {
    return Continuation.of(loaded, before + prompt + after, maxNewTokens, GREEDY);
  }

  private LegibleChannel channel(LoadedModel loaded) {
    LegibleChannel channel =
        loaded.channel().orElseThrow(() -> refused(model + " has no legible channel"));
    if (adapter != null && channel.own()) {
      throw refused(
          adapter
              + " brought its own channel: its atoms may name a trigger, so that no test of a"
              + " frozen channel can find it");
    }
    return channel;
  }

  private double level(LoadedModel loaded, LegibleChannel channel) throws IOException {
    if (level != null) {
      if (!(level >= 0 && level <= 1)) {
        throw refused("--level must be in [0, 1]: " + level);
      }
      return level;
    }
    OptionalDouble calibrated =
        channel.config().calibration().stream().mapToDouble(Calibration::deltaP99).findFirst();
    OptionalDouble known = clean == null ? OptionalDouble.empty() : percentile(loaded, clean);
    if (calibrated.isEmpty() && known.isEmpty()) {
      throw refused("the channel was not calibrated: give --clean prompts or a --level");
    }
    return Math.max(LEAST_LEVEL, Math.max(calibrated.orElse(0), known.orElse(0)));
  }

  /** The delta that 99% of the tokens of answers to clean prompts do not exceed. */
  private OptionalDouble percentile(LoadedModel loaded, Path file) throws IOException {
    double[] ascending =
        lines(file).stream()
            .flatMapToDouble(
                prompt -> Arrays.stream(AnswerDeltas.of(loaded, answer(loaded, prompt))))
            .sorted()
            .toArray();
    return OptionalDouble.of(ascending[(int) Math.ceil(0.99 * ascending.length) - 1]);
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
