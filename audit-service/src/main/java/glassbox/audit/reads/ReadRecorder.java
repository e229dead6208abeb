package glassbox.audit.reads;

import glassbox.audit.database.GroupCommit;
import glassbox.contracts.reads.ReadRecord;
import glassbox.shell.problem.StandardProblems;
import glassbox.shell.run.RunIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Records calls of {@link AuditedRead} handlers before they are made. */
final class ReadRecorder implements HandlerInterceptor {
  static final String READER = "X-Glassbox-Reader";
  static final String TENANT = "X-Glassbox-Reader-Tenant";
  static final String PURPOSE = "X-Glassbox-Purpose";

  private static final String UNNAMED = "service";
  private static final String NONE = "-";
  private static final int LONGEST_DETAIL = 400;
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,200}");

  private static final int MOST_READS = 1000;

  private final GroupCommit<ReadRecord, UUID> writer;
  private final RunIds ids;
  private final Clock clock;

  ReadRecorder(Reads reads, RunIds ids, Clock clock) {
    writer =
        new GroupCommit<>(
            MOST_READS,
            read -> 0,
            group -> {
              reads.add(group);
              return group.stream().map(ReadRecord::id).toList();
            });
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      @Nullable AuditedRead read = method.getMethodAnnotation(AuditedRead.class);
      if (read != null) {
        var unused = writer.write(record(request, read.value()));
      }
    }
    return true;
  }

  private ReadRecord record(HttpServletRequest request, String kind) {
    @Nullable String reader = header(request, READER);
    return new ReadRecord(
        ids.next(),
        tenant(request),
        reader == null ? UNNAMED : reader,
        kind,
        run(request),
        detail(request),
        header(request, PURPOSE),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Whose records; a tenant that no request may name is refused by the handler. */
  private static String tenant(HttpServletRequest request) {
    @Nullable String asked = request.getParameter("tenant");
    if (asked != null && asked.matches("[^\\p{Cntrl}]{1,200}")) {
      return asked;
    }
    @Nullable String named = header(request, TENANT);
    return named == null ? NONE : named;
  }

  private static @Nullable UUID run(HttpServletRequest request) {
    Object path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (path instanceof Map<?, ?> variables && variables.get("id") instanceof String id) {
      return id(id);
    }
    @Nullable String run = request.getParameter("run");
    return run == null ? null : id(run);
  }

  private static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }

  /** Path variables and parameters, but for the tenant, cut where it is too long. */
  private static String detail(HttpServletRequest request) {
    Map<String, String> said = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> said.put(name, values[0]));
    said.remove("tenant");
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      variables.forEach((name, value) -> said.put(name + "", value + ""));
    }
    said.remove("id");
    String detail =
        said.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "))
            .replaceAll("\\p{Cntrl}", "\ufffd");
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
  }

  private static @Nullable String header(HttpServletRequest request, String name) {
    @Nullable String value = request.getHeader(name);
    if (value != null && !PRINTABLE.matcher(value).matches()) {
      throw StandardProblems.INVALID_REQUEST
          .because("Correct the headers that errors names.")
          .withError(name, "must be 1 to 200 printable ASCII characters");
    }
    return value;
  }
}
