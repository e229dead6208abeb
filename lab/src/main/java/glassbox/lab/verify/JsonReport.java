package glassbox.lab.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The report for programs. */
public final class JsonReport {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonReport() {}

  /** One JSON object; members as in docs/verify.md. */
  public static String of(Verification verification) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put(
        "result",
        switch (verification.exitCode()) {
          case Verification.RIGHT -> "right";
          case Verification.WRONG -> "wrong";
          default -> "unjudged";
        });
    report.put("exit_code", verification.exitCode());
    report.put("checks", verification.general().stream().map(JsonReport::result).toList());
    report.put("runs", verification.runs().stream().map(JsonReport::run).toList());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private static Map<String, Object> run(RunVerification run) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("run_id", run.runId());
    map.put("index", run.index());
    run.about().forEach(fact -> map.put(fact.name(), fact.value()));
    map.put(
        "shares",
        run.shares().stream()
            .map(s -> Map.of("specialist", s.specialist(), "share", s.share(), "led", s.led()))
            .toList());
    map.put("checks", run.results().stream().map(JsonReport::result).toList());
    return map;
  }

  private static Map<String, Object> result(CheckResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("check", result.check().name().toLowerCase(Locale.ROOT));
    map.put("state", result.state().name().toLowerCase(Locale.ROOT));
    map.put("detail", result.detail());
    map.put("findings", findings(result.findings()));
    return map;
  }

  private static List<Map<String, Object>> findings(List<Finding> findings) {
    return findings.stream()
        .map(
            finding -> {
              Map<String, Object> map = new LinkedHashMap<>();
              if (finding.pass() != null) {
                map.put("pass", finding.pass());
              }
              if (finding.token() != null) {
                map.put("token", finding.token());
              }
              map.put("message", finding.message());
              return map;
            })
        .toList();
  }
}
