package glassbox.esi.tool;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The tools of a run. A call is {@code NAME INPUT}; whatever happens, something comes back that can
 * be shown to the model.
 */
public final class ToolBox {

  /** Longest output that a model is shown, in characters. */
  public static final int LONGEST_OUTPUT = 400;

  private static final int LONGEST_CALL = 4000;
  private static final String ERROR = "error: ";

  private final Map<String, Tool> tools = new LinkedHashMap<>();

  /**
   * A box of tools.
   *
   * @throws IllegalArgumentException when two have one name
   */
  public ToolBox(Collection<? extends Tool> tools) {
    for (Tool tool : tools) {
      if (this.tools.put(tool.name(), tool) != null) {
        throw new IllegalArgumentException("two tools are called " + tool.name());
      }
    }
  }

  /** Names of its tools. */
  public Set<String> names() {
    return Set.copyOf(tools.keySet());
  }

  /** Runs a call as it stands in a draft. Never throws for what the call says. */
  public ToolResult run(String call) {
    String stripped = call.strip();
    int blank = stripped.indexOf(' ');
    String name = blank < 0 ? stripped : stripped.substring(0, blank);
    String input = blank < 0 ? "" : stripped.substring(blank + 1).strip();
    if (stripped.length() > LONGEST_CALL) {
      return failed(name, "tool", "", "a call has at most " + LONGEST_CALL + " characters");
    }
    Tool tool = tools.get(name);
    if (tool == null) {
      return failed(name, "tool", input, "no tool is called " + clipped(name, 40));
    }
    if (input.isEmpty()) {
      return failed(name, tool.kind(), input, "a call is TOOL INPUT");
    }
    return run(tool, input);
  }

  /** What comes of a call that is not run. */
  public static ToolResult refused(String call, String why) {
    String name = call.strip().split("\\s", 2)[0];
    return failed(name, "tool", call.strip(), why);
  }

  private static ToolResult run(Tool tool, String input) {
    try {
      String output = line(tool.run(input));
      return output.isEmpty()
          ? failed(tool.name(), tool.kind(), input, "the tool gave nothing")
          : new ToolResult(tool.name(), tool.kind(), input, output, false);
    } catch (ToolException e) {
      return failed(tool.name(), tool.kind(), input, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return failed(tool.name(), tool.kind(), input, "the tool broke");
    }
  }

  private static ToolResult failed(String tool, String kind, String input, String why) {
    return new ToolResult(clipped(tool, 40), kind, input, ERROR + line(why), true);
  }

  /** One line, not too long. */
  private static String line(String text) {
    return clipped(text.replaceAll("\\s+", " ").strip(), LONGEST_OUTPUT);
  }

  private static String clipped(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 3) + "...";
  }
}
