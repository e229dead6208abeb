package glassbox.esi.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a method on one call: {@code int f(int x){return x+1;} f(3)} gives {@code 4}. */
public final class JavaTool implements Tool {

  private static final Pattern FORM =
      Pattern.compile("(.*})\\s*([A-Za-z_]\\w*\\([^;{}]*\\))", Pattern.DOTALL);

  private final SnippetRunner runner;

  /** A tool that leaves the running to another place. */
  public JavaTool(SnippetRunner runner) {
    this.runner = runner;
  }

  @Override
  public String name() {
    return "java";
  }

  @Override
  public String run(String input) {
    Matcher matcher = FORM.matcher(input.strip());
    if (!matcher.matches()) {
      throw new ToolException("a snippet is METHOD CALL");
    }
    return runner.run(matcher.group(1), matcher.group(2));
  }
}
