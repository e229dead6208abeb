package glassbox.gateway.specialists;

import glassbox.contracts.specialist.ConceptDictionary;
import glassbox.contracts.specialist.SpecialistList;
import glassbox.gateway.access.Caller;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.downstream.Inference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Specialists and federations over HTTP. */
@RestController
@Tag(name = "Specialists")
class SpecialistsController {
  private static final Logger LOG = LoggerFactory.getLogger(SpecialistsController.class);
  private static final String ID = "[a-z0-9][a-z0-9._-]{0,63}";
  private static final String RULE = "must be the alias of a specialist";

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

  @Operation(
      operationId = "readConcepts",
      summary = "Read what a specialist's named atoms stand for")
  @GetMapping(path = "/v1/specialists/{id}/concepts", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_SPECIALISTS)
  ConceptDictionary concepts(@PathVariable @Pattern(regexp = ID, message = RULE) String id) {
    return inference.concepts(id);
  }

  @Operation(
      operationId = "clearSuspicion",
      summary = "Clear the suspicion of a specialist",
      description = "Its watch begins anew. Idempotent; for who runs this place.")
  @DeleteMapping("/v1/specialists/{id}/suspicion")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Scope.CLEAR_SPECIALISTS)
  void clearSuspicion(
      Caller caller, @PathVariable @Pattern(regexp = ID, message = RULE) String id) {
    LOG.warn("key {} of tenant {} clears the suspicion of {}", caller.keyId(), caller.tenant(), id);
    inference.clearSuspicion(id);
  }
}
