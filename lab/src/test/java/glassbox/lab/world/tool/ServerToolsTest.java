package glassbox.lab.world.tool;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.esi.config.ConfigurationReader;
import glassbox.esi.config.ToolRules;
import glassbox.esi.tool.Calculator;
import glassbox.esi.tool.Converter;
import glassbox.esi.tool.JavaTool;
import glassbox.esi.tool.QuoteTool;
import glassbox.esi.tool.RouteGraph;
import glassbox.esi.tool.RouteTool;
import glassbox.esi.tool.Simulator;
import glassbox.esi.tool.SqlLimits;
import glassbox.esi.tool.SqlTool;
import glassbox.esi.tool.ToolBox;
import glassbox.esi.tool.ToolException;
import glassbox.esi.tool.ToolResult;
import glassbox.lab.world.World;
import glassbox.lab.world.code.CodeException;
import glassbox.lab.world.code.JavaSnippet;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.RoadMap;
import glassbox.lab.world.sql.SqlScript;
import glassbox.lab.world.sql.Tables;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server's tools give is, letter by letter, what the world's text says they give. */
class ServerToolsTest {

  private static final Pattern CALL =
      Pattern.compile("<\\|call\\|>(.*?)<\\|result\\|>(.*?) t\\d+<\\|done\\|>", Pattern.DOTALL);
  private static final ToolRules RULES = ConfigurationReader.shipped().tools();

  @TempDir static Path programs;
  private static EmbeddedPostgres server;
  private static DataSource database;

  @BeforeAll
  static void start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programs.toFile())
            .setLocaleConfig("locale", "C")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .start();
    database = server.getPostgresDatabase();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static void load(World world) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(SqlScript.of(Tables.of(world.facts())));
    }
  }

  private static RouteGraph graph(RoadMap map) {
    return new RouteGraph(
        map.roads().stream()
            .map(road -> new RouteGraph.Road(road.from(), road.to(), road.km()))
            .toList());
  }

  /** The world's own reader of snippets stands in for the place where Java runs. */
  private static String java(String method, String call) {
    try {
      return JavaSnippet.parse(method + " " + call).run();
    } catch (CodeException e) {
      throw new ToolException(String.valueOf(e.getMessage()));
    }
  }

  private static ToolBox box(World world, Instance task) {
    RouteGraph graph = graph(world.facts().roads());
    List<QuoteTool.Document> documents =
        task.context().stream()
            .map(text -> new QuoteTool.Document("context", text.text()))
            .toList();
    return new ToolBox(
        List.of(
            new Calculator(),
            new Converter(RULES.units()),
            new SqlTool(database, RULES.sql()),
            new RouteTool(() -> graph),
            new Simulator(() -> graph),
            new JavaTool(ServerToolsTest::java),
            new QuoteTool(documents)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void giveWhatTheGoldTranscriptsSay(long seed) throws SQLException {
    World world = World.of(seed);
    load(world);
    Map<String, Integer> calls = new HashMap<>();
    for (Domain domain : Domain.values()) {
      for (Instance task : world.source().distinct(domain, Split.TRAIN, 120, seed)) {
        ToolBox box = box(world, task);
        Matcher call = CALL.matcher(task.answer().text());
        while (call.find()) {
          ToolResult result = box.run(call.group(1));
          assertThat(result.output()).as(call.group(1)).isEqualTo(call.group(2));
          assertThat(result.failed()).as(call.group(1)).isFalse();
          calls.merge(result.tool(), 1, Integer::sum);
        }
      }
    }
    System.out.println("calls of world " + seed + ": " + new TreeMap<>(calls));
    assertThat(calls.keySet()).containsAll(Tools.NAMES);
  }

  @Test
  void agreeOnEveryShortestWay() {
    RoadMap map = World.of(4).facts().roads();
    RouteTool tool = new RouteTool(() -> graph(map));
    var finder = new RouteFinder(map);
    var simulator = new Simulator(() -> graph(map));
    for (String from : map.sites()) {
      for (String to : map.sites()) {
        RouteFinder.Way way = finder.shortest(from, to);
        assertThat(tool.run(from + " " + to)).isEqualTo(way.text());
        assertThat(simulator.drive(way.sites()))
            .isEqualTo(new Simulator.Simulation(way.km(), List.of()));
      }
    }
  }

  @Test
  void keepQueriesWithinTheirLimits() throws SQLException {
    load(World.of(6));
    ToolBox box =
        new ToolBox(
            List.of(new SqlTool(database, new SqlLimits(5, Duration.ofMillis(300), "world"))));
    assertThat(box.run("sql select name from companies").output())
        .isEqualTo("error: more than 5 rows");
    assertThat(box.run("sql select name from companies where name='x'").output()).isEqualTo("none");
    assertThat(box.run("sql select nothing from companies").output())
        .startsWith("error: column \"nothing\" does not exist");
    assertThat(box.run("sql select avg(revenue) from figures where company='x'").output())
        .isEqualTo("null");
    String cross = String.join(",", Collections.nCopies(7, "figures"));
    assertThat(box.run("sql select count(*) from " + aliased(cross)).output())
        .isEqualTo("error: the query takes longer than 300 ms");
    try (Connection connection = database.getConnection()) {
      assertThat(connection.isReadOnly()).isFalse();
    }
  }

  private static String aliased(String tables) {
    var aliased = new StringBuilder();
    int i = 0;
    for (String table : tables.split(",")) {
      aliased.append(i == 0 ? "" : ", ").append(table).append(" f").append(i++);
    }
    return aliased.toString();
  }
}
