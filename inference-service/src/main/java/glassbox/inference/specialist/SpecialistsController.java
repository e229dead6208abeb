package glassbox.inference.specialist;

import glassbox.contracts.specialist.ConceptDictionary;
import glassbox.contracts.specialist.SpecialistList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists what runs here. */
@RestController
@Tag(name = "specialists")
class SpecialistsController {
  private final Specialists specialists;

  SpecialistsController(Specialists specialists) {
    this.specialists = specialists;
  }

  @GetMapping("/v1/specialists")
  @Operation(summary = "Federations and specialists with digests, architecture and state")
  SpecialistList list() {
    return specialists.list();
  }

  @GetMapping("/v1/specialists/{id}/concepts")
  @Operation(
      summary = "What a specialist's named atoms stand for",
      description = "An adapter without bottlenecks of its own has its base's.")
  ConceptDictionary concepts(@PathVariable String id) {
    return specialists.concepts(id);
  }

  @DeleteMapping("/v1/specialists/{id}/suspicion")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End the suspicion of a specialist",
      description = "Its watch begins anew. Idempotent.")
  void clearSuspicion(@PathVariable String id) {
    specialists.clearSuspicion(id);
  }
}
