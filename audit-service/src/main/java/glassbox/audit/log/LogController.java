package glassbox.audit.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The log over HTTP, as C2SP tlog-tiles describes it. */
@RestController
@RequestMapping("/v1/log")
@Tag(name = "log", description = "Checkpoint and tiles (docs/formats/log-v1.md)")
class LogController {
  private static final String TEXT = "text/plain;charset=utf-8";
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final LogReader reader;
  private final TransparencyLog log;

  LogController(LogReader reader, TransparencyLog log) {
    this.reader = reader;
    this.log = log;
  }

  @GetMapping(path = "/checkpoint", produces = TEXT)
  @Operation(summary = "Read the published checkpoint, with the witnesses' cosignatures")
  ResponseEntity<byte[]> checkpoint() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(reader.checkpoint());
  }

  @GetMapping(path = "/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Operation(
      summary = "Read a tile of hashes or a bundle of entries",
      description = "The path is L/N or L/N.p/W, with entries in place of L for a bundle.")
  ResponseEntity<byte[]> tile(@PathVariable String path) {
    return ResponseEntity.ok().cacheControl(FOR_EVER).body(reader.tile("tile" + path));
  }

  @PostMapping(path = "/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Hand in a witness's cosignature",
      description = "The body is the published checkpoint with the witness's line.")
  void cosign(@RequestBody byte[] checkpoint) {
    log.cosign(checkpoint);
  }

  @PostMapping(path = "/verifications", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Verify the whole log now",
      description =
          "Every leaf against its envelope and bundle, every checkpoint, every tile. A finding"
              + " halts the log; a verification without findings lets it go on.")
  LogVerification verify() {
    return log.verify();
  }
}
