package glassbox.gateway.downstream;

import glassbox.contracts.reads.ReadPage;
import glassbox.contracts.run.RecordProof;
import glassbox.contracts.run.RunPage;
import glassbox.contracts.run.RunProof;
import glassbox.contracts.run.RunReceipt;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.contracts.run.TraceView;
import glassbox.contracts.tool.RoadMap;
import glassbox.contracts.tool.SqlQuery;
import glassbox.contracts.tool.SqlResult;
import java.io.InputStream;
import java.net.URI;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;

/**
 * The audit service. Every call throws {@link DownstreamUnavailable} or {@link DownstreamRefused}
 * where it gives no answer.
 */
public final class Audit {

  /**
   * Where a reader is in a list.
   *
   * @param cursor opaque; null for the first page
   * @param limit most items; null for audit's default
   */
  public record Position(@Nullable String cursor, @Nullable Integer limit) {}

  private static final Position WHOLE = new Position(null, null);

  private final Line line;

  Audit(Line line) {
    this.line = line;
  }

  /** Records a run. The same run twice is the same record. */
  public RunReceipt submit(RunSubmission submission) {
    return line.postIdempotent("/v1/runs", submission, RunReceipt.class);
  }

  /** Lists a tenant's runs, newest first. */
  public RunPage runs(String tenant, Position position) {
    return line.get(query("/v1/runs", Map.of("tenant", tenant), position), RunPage.class);
  }

  /** Reads a tenant's run. */
  public RunView run(UUID id, String tenant) {
    return line.get(
        query("/v1/runs/{id}", Map.of("id", id, "tenant", tenant), WHOLE), RunView.class);
  }

  /** Reads tokens of a tenant's run. */
  public TokenPage tokens(UUID id, String tenant, Position position) {
    return line.get(
        query("/v1/runs/{id}/tokens", Map.of("id", id, "tenant", tenant), position),
        TokenPage.class);
  }

  /** Reads a tenant's run as a verification bundle, with the log's growth from an earlier size. */
  public byte[] bundle(UUID id, String tenant, @Nullable Long from) {
    return line.get(
        uri -> {
          uri.path("/v1/runs/{id}/bundle").queryParam("tenant", "{tenant}");
          if (from != null) {
            uri.queryParam("from", from);
          }
          return uri.build(Map.of("id", id, "tenant", tenant));
        },
        byte[].class);
  }

  /**
   * A period of runs.
   *
   * @param from an instant or a day; null for audit's default
   * @param to an instant or a day; null for audit's default
   */
  public record Period(@Nullable String from, @Nullable String to) {}

  /** Begins to read an export of a tenant's runs; the caller closes it. */
  public InputStream export(String tenant, String format, String rows, Period period) {
    return line.open(
        period(
            "/v1/runs/export", period, Map.of("tenant", tenant, "format", format, "rows", rows)));
  }

  /** Begins to read the bundle of a period's runs; the caller closes it. */
  public InputStream bundles(String tenant, Period period) {
    return line.open(period("/v1/runs/bundle", period, Map.of("tenant", tenant)));
  }

  private static Function<UriBuilder, URI> period(
      String path, Period period, Map<String, Object> values) {
    Map<String, Object> variables = new HashMap<>(values);
    if (period.from() != null) {
      variables.put("from", period.from());
    }
    if (period.to() != null) {
      variables.put("to", period.to());
    }
    return uri -> {
      uri.path(path);
      variables.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
      return uri.build(variables);
    };
  }

  /** Erases the texts and token ids of a tenant's run; {@code by} names the key that asked. */
  public void eraseContent(UUID id, String tenant, String by) {
    line.delete(
        uri ->
            uri.path("/v1/runs/{id}/content")
                .queryParam("tenant", "{tenant}")
                .queryParam("by", "{by}")
                .build(Map.of("id", id, "tenant", tenant, "by", by)));
  }

  /** Reads a sealed block of a run by its hash. */
  public byte[] block(UUID run, String hash) {
    return line.get(
        uri ->
            uri.path("/v1/blocks/{hash}")
                .queryParam("run", "{run}")
                .build(Map.of("hash", hash, "run", run)),
        byte[].class);
  }

  /** Proves that a tenant's run is in the log, and that it extends an earlier size. */
  public RunProof proof(UUID id, String tenant, @Nullable Long from) {
    return line.get(
        uri -> {
          uri.path("/v1/runs/{id}/proof").queryParam("tenant", "{tenant}");
          if (from != null) {
            uri.queryParam("from", from);
          }
          return uri.build(Map.of("id", id, "tenant", tenant));
        },
        RunProof.class);
  }

  /** Lists who read a tenant's records, newest first; of one run, unless null. */
  public ReadPage reads(String tenant, @Nullable UUID run, Position position) {
    return line.get(
        uri -> {
          uri.path("/v1/audit/reads").queryParam("tenant", "{tenant}");
          Map<String, Object> variables = new HashMap<>(Map.of("tenant", tenant));
          add(uri, variables, "run", run);
          add(uri, variables, "cursor", position.cursor());
          add(uri, variables, "limit", position.limit());
          return uri.build(variables);
        },
        ReadPage.class);
  }

  /** Proves that the content of a tenant's run was erased. */
  public RecordProof erasure(UUID id, String tenant) {
    return line.get(
        uri ->
            uri.path("/v1/runs/{id}/erasure")
                .queryParam("tenant", "{tenant}")
                .build(Map.of("id", id, "tenant", tenant)),
        RecordProof.class);
  }

  /** Proves that a month of runs was dropped. */
  public RecordProof retention(YearMonth month) {
    return line.get(
        uri -> uri.path("/v1/log/retentions/{month}").build(month.toString()), RecordProof.class);
  }

  /** Reads the log's published checkpoint. */
  public byte[] checkpoint() {
    return line.get(uri -> uri.path("/v1/log/checkpoint").build(), byte[].class);
  }

  /** Reads a tile by its path, which starts with "tile/" and needs no encoding. */
  public byte[] tile(String path) {
    return line.get(uri -> uri.path("/v1/log/" + path).build(), byte[].class);
  }

  /** Hands in a cosigned checkpoint. */
  public void cosign(byte[] checkpoint) {
    line.postText("/v1/log/cosignatures", checkpoint);
  }

  /** Reads a tenant's run's evidence. */
  public TraceView trace(UUID id, String tenant) {
    return line.get(
        query("/v1/runs/{id}/trace", Map.of("id", id, "tenant", tenant), WHOLE), TraceView.class);
  }

  /** Runs a query over the world's tables. */
  public SqlResult query(SqlQuery query) {
    return line.postIdempotent("/v1/tools/sql", query, SqlResult.class);
  }

  /** Reads the world's roads. */
  public RoadMap roads() {
    return line.get(uri -> uri.path("/v1/tools/roads").build(), RoadMap.class);
  }

  /** Reads the status of a health group, for example {@code integrity}: UP, DOWN and so on. */
  public String health(String group) {
    return line.status(uri -> uri.path("/actuator/health/{group}").build(group));
  }

  /** Every value goes through a variable, so that it is encoded whatever it holds. */
  private static Function<UriBuilder, URI> query(
      String path, Map<String, Object> values, Position position) {
    Map<String, Object> variables = new HashMap<>(values);
    return uri -> {
      uri.path(path).queryParam("tenant", "{tenant}");
      add(uri, variables, "cursor", position.cursor());
      add(uri, variables, "limit", position.limit());
      return uri.build(variables);
    };
  }

  private static void add(
      UriBuilder uri, Map<String, Object> variables, String name, @Nullable Object value) {
    if (value != null) {
      uri.queryParam(name, "{" + name + "}");
      variables.put(name, value);
    }
  }
}
