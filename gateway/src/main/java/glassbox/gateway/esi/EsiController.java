package glassbox.gateway.esi;

import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
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
      operationId = "listAlerts",
      summary = "List alerts of runs through phases, newest first, each with what was done")
  @GetMapping(path = "/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_CRITICS)
  EsiViews.AlertsView alerts() {
    return views.alerts();
  }
}
