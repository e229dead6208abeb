package glassbox.gateway.log;

import glassbox.gateway.access.Open;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
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

/** The log over HTTP, for everybody. */
@RestController
@RequestMapping("/v1/log")
@Tag(name = "Log")
class LogController {
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final PublicLog log;

  LogController(PublicLog log) {
    this.log = log;
  }

  @Operation(
      operationId = "readCheckpoint",
      summary =
          "Read the signed checkpoint, with witnesses' cosignatures (c2sp.org/tlog-checkpoint)")
  @SecurityRequirements
  @GetMapping(path = "/checkpoint", produces = "text/plain;charset=utf-8")
  @Open
  ResponseEntity<byte[]> checkpoint() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(log.checkpoint());
  }

  @Operation(
      operationId = "readTile",
      summary = "Read a tile of hashes, or a bundle of entries (c2sp.org/tlog-tiles)")
  @SecurityRequirements
  @GetMapping(path = "/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Open
  ResponseEntity<byte[]> tile(@PathVariable String path) {
    return ResponseEntity.ok().cacheControl(FOR_EVER).body(log.tile("tile" + path));
  }

  @Operation(
      operationId = "cosignCheckpoint",
      summary = "Hand in the checkpoint with a known witness's line (c2sp.org/tlog-cosignature)")
  @SecurityRequirements
  @PostMapping(path = "/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Open
  void cosign(@RequestBody byte[] checkpoint) {
    log.cosign(checkpoint);
  }
}
