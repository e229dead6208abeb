package glassbox.gateway.critics;

import glassbox.contracts.verdict.CriticView;
import glassbox.contracts.verdict.OrderSensitivity;
import glassbox.contracts.verdict.QuarantineHistory;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.downstream.Critics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Critics over HTTP. */
@RestController
@Tag(name = "Critics")
class CriticsController {
  private final Critics critics;

  CriticsController(Critics critics) {
    this.critics = critics;
  }

  @Operation(operationId = "listCritics", summary = "List the critics that judge answers")
  @GetMapping(path = "/v1/critics", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_CRITICS)
  List<CriticView> list() {
    return critics.list();
  }

  @Operation(
      operationId = "orderSensitivity",
      summary = "Show how much the order of two critics changes what they say",
      description = "The last measurement, with the critics that are kept from voting now.")
  @GetMapping(path = "/v1/critics/order-sensitivity", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_CRITICS)
  OrderSensitivity orderSensitivity() {
    return critics.orderSensitivity();
  }

  @Operation(
      operationId = "readQuarantine",
      summary = "Show which critics are kept from voting, and who kept or released whom, and why",
      description = "Newest first. It outlives restarts; each event is bound to all before it.")
  @GetMapping(path = "/v1/critics/quarantine", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_CRITICS)
  QuarantineHistory quarantine() {
    return critics.quarantine();
  }
}
