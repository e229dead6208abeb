package glassbox.gateway.esi;

import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How runs go through phases, and what changed that. */
@RestController
@Tag(name = "Phases")
class EsiController {
  private final EsiViews views;

  EsiController(EsiViews views) {
    this.views = views;
  }

  @Operation(
      operationId = "readEsi",
      summary = "Read the configuration in force, the parameters of each domain and their history")
  @GetMapping(path = "/v1/esi", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_CRITICS)
  EsiViews.EsiView esi() {
    return views.esi();
  }

  @Operation(
      operationId = "readParameterHistory",
      summary = "Read who changed which parameter, when, after which run and why, newest first",
      description =
          "It outlives restarts. Each entry is bound to all before it by a hash; entries of runs"
              + " that changed nothing are counted and not shown.")
  @GetMapping(path = "/v1/esi/history", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_CRITICS)
  EsiViews.HistoryView history(
      @RequestParam(required = false) @Nullable @Min(1) Long before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return views.history(before, limit);
  }

  @Operation(
      operationId = "listAlerts",
      summary =
          "List alerts of runs through phases and of pairs of critics, newest first, each with what"
              + " was done")
  @GetMapping(path = "/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_CRITICS)
  EsiViews.AlertsView alerts() {
    return views.alerts();
  }
}
