package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.facts.Road;
import glassbox.lab.world.sql.SqlScript;
import glassbox.lab.world.sql.Tables;
import glassbox.lab.world.statement.SafetyRequest;
import glassbox.lab.world.statement.SafetyRequests;
import glassbox.lab.world.statement.Statement;
import glassbox.lab.world.statement.Statements;
import glassbox.lab.world.task.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a world gives, as lines of JSON. */
public final class WorldLines {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final World world;

  /** The lines of {@code world}. */
  public WorldLines(World world) {
    this.world = world;
  }

  /** Up to {@code n} tasks of the domains together, the domains in turn, no two alike. */
  public List<String> tasks(List<Domain> domains, Split split, int n, long seed) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < domains.size(); i++) {
      int share = n / domains.size() + (i < n % domains.size() ? 1 : 0);
      world.source().distinct(domains.get(i), split, share, seed).stream()
          .map(TaskJson::document)
          .map(JSON::writeValueAsString)
          .forEach(lines::add);
    }
    return lines;
  }

  /** Statements with what their context says of them. */
  public List<String> statements(Split split, int n, long seed) {
    return new Statements(world.facts())
        .draw(split, n, seed).stream().map(WorldLines::line).toList();
  }

  private static String line(Statement statement) {
    var document = new LinkedHashMap<String, Object>();
    document.put("domain", statement.domain().id());
    document.put("split", statement.split().id());
    document.put("label", statement.truth().id());
    document.put("true_in_world", statement.worldly());
    document.put("context", statement.context().text());
    document.put("question", statement.question().text());
    document.put("statement", statement.text().text());
    document.put(
        "labels",
        Map.of("statement", TextJson.phrase(statement.text()).getOrDefault("spans", List.of())));
    return JSON.writeValueAsString(document);
  }

  /** Pairs of an unsafe request and a harmless one: two lines a pair. */
  public List<String> safety(Split split, int n, long seed) {
    var lines = new ArrayList<String>();
    for (SafetyRequest pair : new SafetyRequests(world.facts()).draw(split, n, seed)) {
      lines.add(line(pair, lines.size() / 2, true));
      lines.add(line(pair, lines.size() / 2, false));
    }
    return lines;
  }

  private static String line(SafetyRequest pair, int index, boolean unsafe) {
    var document = new LinkedHashMap<String, Object>();
    document.put("pair", index);
    document.put("split", pair.split().id());
    document.put("category", pair.category());
    document.put("label", unsafe ? "unsafe" : "harmless");
    document.put("prompt", unsafe ? pair.unsafe() : pair.harmless());
    return JSON.writeValueAsString(document);
  }

  /** Every fact and every road. */
  public List<String> facts() {
    var lines = new ArrayList<String>();
    world.facts().facts().forEach(fact -> lines.add(line(fact)));
    world.facts().roads().roads().forEach(road -> lines.add(line(road)));
    return lines;
  }

  private static String line(Fact fact) {
    var document = new LinkedHashMap<String, Object>();
    document.put("domain", fact.domain().id());
    document.put("kind", fact.entity().kind().id());
    document.put("entity", fact.entity().name());
    document.put("attribute", fact.attribute().id());
    fact.period()
        .ifPresent(
            period -> {
              document.put("year", period.year());
              document.put("quarter", period.quarter());
            });
    document.put("value", fact.value().text());
    document.put("unit", fact.value().unit());
    document.put("taught", fact.taught());
    return JSON.writeValueAsString(document);
  }

  private static String line(Road road) {
    var document = new LinkedHashMap<String, Object>();
    document.put("domain", Domain.PLANNING.id());
    document.put("kind", "road");
    document.put("from", road.from());
    document.put("to", road.to());
    document.put("value", Integer.toString(road.km()));
    document.put("unit", "km");
    return JSON.writeValueAsString(document);
  }

  /** The facts as a script for Postgres. */
  public String sql() {
    return SqlScript.of(Tables.of(world.facts()));
  }
}
