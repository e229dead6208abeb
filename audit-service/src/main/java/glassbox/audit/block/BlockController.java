package glassbox.audit.block;

import glassbox.audit.reads.AuditedRead;
import glassbox.contracts.run.BlockReceipt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sealed blocks over HTTP. */
@RestController
@RequestMapping("/v1/blocks")
@Tag(
    name = "blocks",
    description = "Sealed blocks in block format 2 or 1 (docs/formats/block-v2.md)")
class BlockController {
  private final BlockIngest ingest;
  private final WholeBlocks blocks;

  BlockController(BlockIngest ingest, WholeBlocks blocks) {
    this.ingest = ingest;
    this.blocks = blocks;
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Record a block",
      description = "Recomputes every token. Idempotent: the same bytes again give 200.")
  @ApiResponse(responseCode = "201", description = "Recorded")
  @ApiResponse(responseCode = "200", description = "Was recorded before")
  ResponseEntity<BlockReceipt> record(@RequestBody byte[] bytes) {
    BlockIngest.Ingested ingested = ingest.ingest(bytes);
    return ResponseEntity.status(ingested.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(receipt(ingested.block()));
  }

  @AuditedRead("block")
  @GetMapping(path = "/{hash}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Operation(
      summary = "Read a block's bytes; run is the run it is of",
      description =
          "With its content while that is kept, else with the content's digest: the hash is the"
              + " same.")
  byte[] read(
      @PathVariable @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits")
          String hash,
      @RequestParam UUID run) {
    return blocks.find(run, hash);
  }

  private static BlockReceipt receipt(StoredBlock block) {
    return new BlockReceipt(
        block.hash(),
        block.runId(),
        block.pass(),
        block.tokens(),
        Summaries.of(block.maxResidual(), block.medianResidual()));
  }
}
