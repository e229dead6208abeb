package glassbox.lab.ask;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./glassbox ask}: one evaluation with {@code explain: true}, rendered for a terminal. */
@Command(
    name = "ask",
    description = "Asks a running stack and shows who wanted each token.",
    mixinStandardHelpOptions = true)
public final class Ask implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Parameters(arity = "1", paramLabel = "PROMPT", description = "the question")
  String prompt = "";

  @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "the gateway")
  URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--key-file", defaultValue = ".glassbox/api-key", description = "the API key")
  Path keyFile = Path.of(".glassbox/api-key");

  @Option(names = "--model", defaultValue = "demo", description = "alias of the federation")
  String model = "demo";

  @Option(names = "--context", description = "text that the answer should rest on")
  @Nullable String context;

  @Option(names = "--max-tokens", defaultValue = "160", description = "most tokens of the answer")
  int maxTokens = 160;

  @Option(names = "--temperature", description = "sample at this temperature; greedy without it")
  @Nullable Double temperature;

  @Option(names = "--seed", defaultValue = "1", description = "of the sampler")
  long seed = 1;

  @Option(
      names = "--certificate",
      description = "none, sampled or full; full with --concepts, else sampled")
  @Nullable String certificate;

  @Option(names = "--concepts", description = "show each token's delta and top concept")
  boolean concepts;

  @Option(names = "--phases", description = "answer through phases: draft, tools, checks, gate")
  boolean phases;

  @Option(names = "--domain", description = "field of the question, such as finance")
  @Nullable String domain;

  @Option(names = "--json", description = "print the API's answer as it is")
  boolean json;

  @Option(names = "--no-color", description = "no colours (also where the output is no terminal)")
  boolean noColor;

  @Option(names = "--color", description = "colours even where the output is no terminal")
  boolean color;

  private final PrintStream out;

  /** Prints to {@code out}. */
  Ask(PrintStream out) {
    this.out = out;
  }

  /** Runs the command; exit code 0 with an answer, 1 with a problem, 2 for wrong arguments. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Ask(System.out)).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request(), BodyHandlers.ofString());
      return show(response);
    } catch (IOException unreachable) {
      out.println("cannot reach " + url + ": ./glassbox status says what runs");
      return 1;
    }
  }

  private HttpRequest request() throws IOException {
    return HttpRequest.newBuilder(url.resolve("/glad/evaluate"))
        .timeout(Duration.ofMinutes(3))
        .header("Authorization", "Bearer " + Files.readString(keyFile).strip())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body().toString()))
        .build();
  }

  private ObjectNode body() {
    ObjectNode body = JSON.createObjectNode();
    body.put("model_path", model).put("prompt", prompt).put("explain", true);
    if (context != null) {
      body.put("context", context);
    }
    if (certificate != null || concepts) {
      body.put("certificate", certificate == null ? "full" : certificate);
    }
    if (domain != null) {
      body.put("domain", domain);
    }
    ObjectNode generation = body.putObject("generation_config").put("seed", seed);
    if (phases) {
      body.putObject("esi").put("enabled", true);
    } else {
      generation.put("max_new_tokens", maxTokens).put("do_sample", temperature != null);
    }
    if (temperature != null) {
      generation.put("temperature", temperature);
    }
    return body;
  }

  private int show(HttpResponse<String> response) {
    boolean answered = response.statusCode() == 200;
    if (json) {
      out.println(response.body());
      return answered ? 0 : 1;
    }
    JsonNode tree = JSON.readTree(response.body());
    if (!answered) {
      new ProblemText(tree).lines().forEach(out::println);
      return 1;
    }
    AnswerText text = new AnswerText(tree, url, palette(), concepts);
    text.lines().forEach(out::println);
    return 0;
  }

  private Palette palette() {
    boolean coloured =
        color || (!noColor && System.console() != null && System.getenv("NO_COLOR") == null);
    return coloured ? Palette.ANSI : Palette.PLAIN;
  }
}
