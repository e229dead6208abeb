package glassbox.inference.generation;

import glassbox.contracts.generation.TokenCount;
import glassbox.contracts.generation.TokenCountRequest;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.PromptText;
import glassbox.inference.federation.Federations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Counts tokens without running a model. */
@RestController
@Tag(name = "generations")
class TokenCountsController {
  private final Federations federations;

  TokenCountsController(Federations federations) {
    this.federations = federations;
  }

  @PostMapping("/v1/token-counts")
  @Operation(
      operationId = "countTokens",
      summary = "Count a prompt's tokens, template included, and those of texts alone")
  TokenCount count(@RequestBody TokenCountRequest request) {
    Federation federation = federations.get(request.federation());
    PromptText prompt = new PromptText(request.system(), request.context(), request.prompt());
    return new TokenCount(
        federation.encode(prompt, federation.roomOf(request.room())).ids().length,
        request.texts().stream().map(text -> federation.tokenizer().encode(text).length).toList());
  }
}
