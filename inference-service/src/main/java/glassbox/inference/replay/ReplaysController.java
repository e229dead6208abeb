package glassbox.inference.replay;

import glassbox.contracts.generation.Replay;
import glassbox.contracts.generation.ReplayRequest;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.ReplayResult;
import glassbox.engine.federation.ReplayShape;
import glassbox.inference.federation.Federations;
import glassbox.inference.federation.InferenceProblems;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.MalformedBlockException;
import glassbox.ledger.block.TokenBlock;
import glassbox.shell.problem.StandardProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Replays blocks. */
@RestController
@Tag(name = "replays")
class ReplaysController {
  private final Federations federations;

  ReplaysController(Federations federations) {
    this.federations = federations;
  }

  @PostMapping("/v1/replays")
  @Operation(summary = "Run a block's tokens through its specialists again and compare")
  Replay replay(@RequestBody ReplayRequest request) {
    Federation federation = federations.get(request.federation());
    TokenBlock block = block(request.block());
    if (block.content() instanceof BlockContent.Withheld) {
      throw InferenceProblems.CONTENT_NOT_KEPT.because(
          "Only a block whose content is kept can be run again.");
    }
    ReplayResult result = federation.replay(block, ReplayShape.RECORDED);
    return new Replay(
        result.bitEqual(),
        Math.min(result.maxAbsDifference(), Double.MAX_VALUE),
        result.tokens(),
        result.mismatchedTokens(),
        result.digestsMatch(),
        result.sameExecution());
  }

  private static TokenBlock block(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw StandardProblems.INVALID_REQUEST
          .because("Correct the fields that errors names.")
          .withError("block", "must be base64");
    }
    try {
      return BlockCodec.decode(bytes);
    } catch (MalformedBlockException e) {
      throw InferenceProblems.MALFORMED_BLOCK.because("Send the block as audit returned it.");
    }
  }
}
