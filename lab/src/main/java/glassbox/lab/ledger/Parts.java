package glassbox.lab.ledger;

import glassbox.lab.results.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results that other programs measured: bars as JSON, and flips, an object a line. */
final class Parts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Parts() {}

  /** The result of the ingest benchmark: {@code bars}, already stated, and {@code data}. */
  static JsonNode ingest(Path file) throws IOException {
    return JSON.readTree(Files.readAllBytes(file));
  }

  /** A bar a part whose bits were flipped. */
  static List<Bar> flips(Path file) throws IOException {
    List<Bar> bars = new ArrayList<>();
    long flips = 0;
    long found = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode part = JSON.readTree(line);
      long of = part.path("flips").longValue();
      long had = part.path("found").longValue();
      bars.add(Bar.all("flipped bits found: " + part.path("part").stringValue(), had, of));
      flips += of;
      found += had;
    }
    bars.add(Bar.all("flipped bits found", found, flips));
    bars.add(new Bar("bits flipped", flips, "flips", ">= 10000", flips >= 10_000, flips));
    return bars;
  }
}
