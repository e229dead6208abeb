package glassbox.critic.order;

import glassbox.contracts.verdict.OrderSensitivity;
import glassbox.contracts.verdict.QuarantineHistory;
import glassbox.critic.panel.Quarantine;
import glassbox.shell.problem.StandardProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Order sensitivity over HTTP. */
@RestController
@RequestMapping(path = "/v1/critics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "order sensitivity", description = "What the order of critics changes")
class OrderController {
  private static final String WORDS = "[^\\p{Cntrl}]{1,400}";
  private static final String PRINTABLE = "must be 1 to 400 printable characters";

  private final OrderSensitivities sensitivities;
  private final Quarantine quarantine;

  OrderController(OrderSensitivities sensitivities, Quarantine quarantine) {
    this.sensitivities = sensitivities;
    this.quarantine = quarantine;
  }

  @GetMapping("/order-sensitivity")
  @Operation(
      summary = "Show how much the order of two critics changes what they say",
      description = "The last measurement, with the critics that are in quarantine now.")
  OrderSensitivity show() {
    return sensitivities.report();
  }

  @PostMapping("/order-sensitivity")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Measure it now",
      description =
          "Begins a measurement on held-out drafts, with critics made anew for each run; it takes"
              + " minutes. A pair over the bar puts its noisier critic into quarantine.")
  OrderSensitivity measure() {
    return sensitivities.begin();
  }

  @GetMapping("/quarantine")
  @Operation(
      summary = "Show which critics are kept from voting, and who kept or released whom, and why",
      description = "Newest first. It outlives restarts; each event is bound to all before it.")
  QuarantineHistory quarantine() {
    return quarantine.history();
  }

  @DeleteMapping("/quarantine/{critic}")
  @Operation(
      summary = "Release a critic, so that it votes again",
      description = "Who did it and why stay in the history.")
  @ApiResponse(responseCode = "200", description = "Released; the last measurement is shown")
  OrderSensitivity release(
      @PathVariable String critic,
      @RequestParam(defaultValue = "operator") @Pattern(regexp = WORDS, message = PRINTABLE)
          String by,
      @RequestParam(defaultValue = "no reason given") @Pattern(regexp = WORDS, message = PRINTABLE)
          String reason) {
    if (!quarantine.release(critic, by, reason)) {
      throw StandardProblems.NOT_FOUND.because("No critic of this name is in quarantine.");
    }
    return sensitivities.report();
  }
}
