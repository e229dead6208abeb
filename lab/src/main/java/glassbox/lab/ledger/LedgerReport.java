package glassbox.lab.ledger;

import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes ledger.json and ledger.md. */
final class LedgerReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final RecordCosts costs;
  private final RecordCosts wide;
  private final List<Map<String, Object>> bars = new ArrayList<>();
  private final Map<String, Object> ingest = new LinkedHashMap<>();
  private boolean holds = true;

  /**
   * @param ingest result file of the ingest benchmark, whose bars join the others
   */
  LedgerReport(
      RecordCosts costs, RecordCosts wide, List<Bar> bars, long seed, @Nullable Path ingest)
      throws IOException {
    this.costs = costs;
    this.wide = wide;
    Provenance provenance = Provenance.here("benchmarks/ledger/run");
    for (Bar bar : bars) {
      this.bars.add(bar.document(List.of(seed), provenance));
      holds &= bar.holds();
    }
    if (ingest != null) {
      JsonNode part = Parts.ingest(ingest);
      for (JsonNode bar : part.path("bars")) {
        this.bars.add(JSON.convertValue(bar, OBJECT));
        holds &= bar.path("holds").booleanValue();
      }
      this.ingest.putAll(JSON.convertValue(part.path("data"), OBJECT));
    }
  }

  boolean holds() {
    return holds;
  }

  void write(Path directory) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("bars", bars);
    document.put("records", data(costs));
    document.put("records_of_a_thousand_specialists", data(wide));
    document.put("ingest", ingest);
    ResultFile.write(directory, "ledger", document);
    Files.writeString(directory.resolve("ledger.md"), page());
  }

  private static Map<String, Object> data(RecordCosts costs) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("tokens", costs.tokens());
    data.put("bytes_packed", costs.packed());
    data.put("bytes_packed_and_deflated", costs.deflated());
    data.put("bytes_as_json", costs.json());
    data.put("encode_tokens_per_second", Math.round(costs.encode()));
    data.put("decode_tokens_per_second", Math.round(costs.decode()));
    data.put("verify_tokens_per_second", Math.round(costs.recompute()));
    data.put("max_residual_nats", costs.maxResidual());
    return data;
  }

  private String page() {
    StringBuilder page = new StringBuilder();
    page.append("# What a record costs\n\n");
    page.append("Measured by `benchmarks/ledger/run`; numbers and bars are in ledger.json.\n\n");
    page.append(
        "| | 3 specialists, real answers | 1,000 specialists, 64 listed |\n|---|---|---|\n");
    row(page, "tokens", costs.tokens(), wide.tokens());
    row(page, "bytes a token", costs.bytesPerToken(), wide.bytesPerToken());
    row(page, "deflated, bytes a token", perToken(costs, true), perToken(wide, true));
    row(page, "as JSON, bytes a token", perToken(costs, false), perToken(wide, false));
    row(page, "encoded, tokens a second", costs.encode(), wide.encode());
    row(page, "decoded, tokens a second", costs.decode(), wide.decode());
    row(page, "verified, tokens a second", costs.recompute(), wide.recompute());
    page.append(
        "\nVerified is decoded, hashed and every joint recomputed. The thousand are the real"
            + " three, moved at every\ntoken by normal noise of 0.5 nats.\n\n");
    page.append(
        "Ingest is stated twice: what reaches the disk once it is verified, and all of it from the"
            + " bytes of a\n"
            + "request. The second is bound by recomputing every joint, about a million tokens a"
            + " second on two cores,\n"
            + "not by the database.\n\n");
    page.append("| bar | value | |\n|---|---|---|\n");
    for (Map<String, Object> bar : bars) {
      page.append(
          "| %s (%s %s) | %s | %s |%n"
              .formatted(
                  bar.get("name"),
                  bar.get("bar"),
                  bar.get("unit"),
                  number(bar.get("value")),
                  Boolean.TRUE.equals(bar.get("holds")) ? "holds" : "**missed**"));
    }
    return page.toString();
  }

  private static double perToken(RecordCosts costs, boolean deflated) {
    return (deflated ? costs.deflated() : costs.json()) / (double) costs.tokens();
  }

  private static void row(StringBuilder page, String name, double real, double thousand) {
    page.append(
        String.format(Locale.ROOT, "| %s | %s | %s |%n", name, number(real), number(thousand)));
  }

  private static String number(@Nullable Object value) {
    double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
    return Math.abs(number) >= 1000
        ? String.format(Locale.ROOT, "%,.0f", number)
        : String.format(Locale.ROOT, "%.4g", number);
  }
}
