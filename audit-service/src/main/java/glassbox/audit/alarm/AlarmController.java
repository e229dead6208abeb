package glassbox.audit.alarm;

import glassbox.audit.reads.AuditedRead;
import glassbox.contracts.run.Alarm;
import glassbox.contracts.run.AlarmList;
import glassbox.shell.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alarms over HTTP. */
@RestController
@RequestMapping(path = "/v1/alarms", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "alarms", description = "Records that did not add up")
class AlarmController {
  private static final int MOST = 100;
  private static final ProblemType NOT_FOUND =
      new ProblemType("alarm-not-found", HttpStatus.NOT_FOUND, "No such alarm");

  private final Alarms alarms;

  AlarmController(Alarms alarms) {
    this.alarms = alarms;
  }

  @AuditedRead("alarms")
  @GetMapping
  @Operation(summary = "List alarms, open ones first")
  AlarmList list() {
    return new AlarmList(alarms.list(MOST));
  }

  @PostMapping("/{id}/acknowledge")
  @Operation(
      summary = "Acknowledge an alarm",
      description = "With the last open one, the integrity health group comes up again.")
  Alarm acknowledge(@PathVariable UUID id) {
    return alarms
        .acknowledge(id)
        .orElseThrow(() -> NOT_FOUND.because("Take an id from GET /v1/alarms."));
  }
}
