package glassbox.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on the example of docs/verify.md. */
class VerifyCommandTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "formats", "vectors", "bundle-v1");

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void judgesTheExampleRight() {
    assertThat(run(EXAMPLE.resolve("bundle.jsonl"), "--older", EXAMPLE.resolve("older.txt")))
        .isZero();
    assertThat(out.toString())
        .startsWith("RESULT: nothing wrong was found.")
        .contains("[HOLDS] The log only grew since the earlier checkpoint");
  }

  @Test
  void judgesABundleOfTheFirstBlockFormatRight() {
    Path first = Path.of("src", "test", "resources", "bundle-of-blocks-v1.jsonl");
    assertThat(run(first, "--older", EXAMPLE.resolve("older.txt"))).isZero();
  }

  @Test
  void printsJson() {
    assertThat(run(EXAMPLE.resolve("bundle.jsonl"), "--json")).isZero();
    assertThat(out.toString()).contains("\"result\" : \"right\"");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThat(run(directory.resolve("absent.jsonl"))).isEqualTo(2);
    assertThat(err.toString()).contains("cannot be judged", "absent.jsonl");
    Path empty = Files.writeString(directory.resolve("keys.txt"), "# none\n");
    assertThat(execute("--trust", empty, EXAMPLE.resolve("bundle.jsonl"))).isEqualTo(2);
    assertThat(err.toString()).contains("no key of the log");
  }

  @Test
  void saysThatABundleIsBroken() throws IOException {
    byte[] bytes = Files.readAllBytes(EXAMPLE.resolve("bundle.jsonl"));
    bytes[bytes.length / 2] ^= 1;
    Path broken = Files.write(directory.resolve("broken.jsonl"), bytes);
    assertThat(run(broken)).isEqualTo(2);
    assertThat(out.toString()).contains("CANNOT BE JUDGED", "its bytes were changed");
  }

  @Test
  void refusesAnUnknownArgument() {
    assertThat(run(EXAMPLE.resolve("bundle.jsonl"), "--trus")).isEqualTo(2);
  }

  private int run(Path bundle, Object... more) {
    Object[] arguments = new Object[more.length + 3];
    arguments[0] = "--trust";
    arguments[1] = EXAMPLE.resolve("log-keys.txt");
    arguments[2] = bundle;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return execute(arguments);
  }

  private int execute(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return new CommandLine(new VerifyCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(texts);
  }
}
