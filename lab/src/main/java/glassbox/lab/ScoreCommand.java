package glassbox.lab;

import glassbox.lab.scoring.LoadedModel;
import glassbox.lab.scoring.TextScore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "score",
    description = "Scores a text with any Hugging Face directory, an adapter on it if wanted.")
final class ScoreCommand implements Callable<Integer> {

  @Option(names = "--model", required = true, description = "Model directory.")
  private Path model = Path.of("");

  @Option(names = "--adapter", description = "LoRA directory.")
  private @Nullable Path adapter;

  @Option(names = "--text", required = true, description = "Text to score.")
  private String text = "";

  @Option(
      names = "--json",
      description = "Print ids, log-probabilities, logits, norms and router probabilities as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (LoadedModel loaded = LoadedModel.open(model, adapter)) {
      TextScore score = TextScore.of(loaded, text);
      if (json) {
        out.println(JsonMapper.builder().build().writeValueAsString(score.document()));
      } else {
        print(out, loaded, score);
      }
    }
    out.flush();
    return 0;
  }

  private static void print(PrintWriter out, LoadedModel model, TextScore score) {
    double sum = 0;
    for (int i = 1; i < score.ids().size(); i++) {
      double logProb = score.tokenLogProbs().get(i - 1);
      String token = model.tokenizer().decode(new int[] {score.ids().get(i)});
      out.printf(Locale.ROOT, "%10.5f  %s%n", logProb, token);
      sum += logProb;
    }
    out.printf(Locale.ROOT, "%10.5f  nats in all%n", sum);
  }
}
