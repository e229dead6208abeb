package glassbox.lab.world.tool;

import glassbox.lab.world.code.CodeException;
import glassbox.lab.world.code.JavaSnippet;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.sql.Query;
import glassbox.lab.world.sql.QueryException;
import glassbox.lab.world.sql.Tables;
import java.util.List;
import java.util.Optional;

/** Runs a call as it stands in a transcript. */
public final class Tools {

  /** Names of all tools. */
  public static final List<String> NAMES =
      List.of("calculator", "convert", "sql", "route", "java", "quote");

  private final Tables tables;
  private final RouteFinder routes;

  /** The tools over one world. */
  public Tools(FactBook book) {
    tables = Tables.of(book);
    routes = new RouteFinder(book.roads());
  }

  /** The shortest ways. */
  public RouteFinder routes() {
    return routes;
  }

  /**
   * What a call gives.
   *
   * @param call tool name, a blank, its input
   * @param context the text that quotes are looked up in
   * @throws ToolException when it cannot run
   */
  public String run(String call, Optional<String> context) {
    int blank = call.indexOf(' ');
    if (blank < 0) {
      throw new ToolException("a call is TOOL INPUT, not " + call);
    }
    try {
      return run(call.substring(0, blank), call.substring(blank + 1), context);
    } catch (CodeException | QueryException e) {
      throw new ToolException(e.getMessage());
    }
  }

  private String run(String tool, String input, Optional<String> context) {
    return switch (tool) {
      case "calculator" -> Calculator.evaluate(input);
      case "convert" -> Converter.convert(input);
      case "sql" -> Query.run(input, tables);
      case "route" -> route(input);
      case "java" -> JavaSnippet.parse(input).run();
      case "quote" -> context.orElse("").contains(input) ? "found" : "not found";
      default -> throw new ToolException("no tool is called " + tool);
    };
  }

  private String route(String input) {
    String[] ends = input.strip().split(" +");
    if (ends.length != 2) {
      throw new ToolException("a route is FROM TO, not " + input);
    }
    return routes.shortest(ends[0], ends[1]).text();
  }
}
