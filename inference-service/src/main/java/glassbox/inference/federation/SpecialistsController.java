package glassbox.inference.federation;

import glassbox.contracts.specialist.SpecialistList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists what runs here. */
@RestController
@Tag(name = "specialists")
class SpecialistsController {
  private final Federations federations;

  SpecialistsController(Federations federations) {
    this.federations = federations;
  }

  @GetMapping("/v1/specialists")
  @Operation(summary = "Federations and specialists with digests, architecture and state")
  SpecialistList list() {
    return federations.list();
  }
}
