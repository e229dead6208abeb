package glassbox.lab;

import glassbox.lab.scoring.Continuation;
import glassbox.lab.scoring.LoadedModel;
import glassbox.ledger.block.SamplerSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "generate",
    description = "Continues a prompt with any Hugging Face directory, an adapter if wanted.")
final class GenerateCommand implements Callable<Integer> {

  @Option(names = "--model", required = true, description = "Model directory.")
  private Path model = Path.of("");

  @Option(names = "--adapter", description = "LoRA directory.")
  private @Nullable Path adapter;

  @Option(names = "--prompt", required = true, description = "Prompt; special tokens are read.")
  private String prompt = "";

  @Option(names = "--max-new-tokens", defaultValue = "64", description = "Most new tokens.")
  private int maxNewTokens;

  @Option(names = "--temperature", defaultValue = "0", description = "0 takes the most probable.")
  private double temperature;

  @Option(names = "--top-p", defaultValue = "1", description = "Nucleus mass.")
  private double topP;

  @Option(names = "--seed", defaultValue = "0", description = "Seed of the draws.")
  private long seed;

  @Option(names = "--json", description = "Print prompt ids, ids and text as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    boolean sampled = temperature > 0;
    var settings = new SamplerSettings(sampled ? temperature : 1, topP, sampled, seed);
    PrintWriter out = spec.commandLine().getOut();
    try (LoadedModel loaded = LoadedModel.open(model, adapter)) {
      Continuation continuation = Continuation.of(loaded, prompt, maxNewTokens, settings);
      if (json) {
        var document = new LinkedHashMap<String, Object>();
        document.put("prompt_ids", continuation.promptIds());
        document.put("ids", continuation.ids());
        document.put("text", continuation.text());
        out.println(JsonMapper.builder().build().writeValueAsString(document));
      } else {
        out.println(continuation.text());
      }
    }
    out.flush();
    return 0;
  }
}
