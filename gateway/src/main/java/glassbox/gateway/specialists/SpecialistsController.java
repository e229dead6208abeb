package glassbox.gateway.specialists;

import glassbox.contracts.specialist.SpecialistList;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.downstream.Inference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Specialists and federations over HTTP. */
@RestController
@Tag(name = "Specialists")
class SpecialistsController {
  private final Inference inference;

  SpecialistsController(Inference inference) {
    this.inference = inference;
  }

  @Operation(operationId = "listSpecialists", summary = "List federations and their specialists")
  @GetMapping(path = "/v1/specialists", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_SPECIALISTS)
  SpecialistList list() {
    return inference.specialists();
  }
}
