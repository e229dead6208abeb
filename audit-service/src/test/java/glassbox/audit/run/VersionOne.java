package glassbox.audit.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** A block that version 1 of the format wrote, from the committed vectors. */
final class VersionOne {
  private VersionOne() {}

  static byte[] block() {
    Path file = Path.of("..", "docs", "formats", "vectors", "block-v1.json");
    try {
      return HexFormat.of()
          .parseHex(
              new JsonMapper()
                  .readTree(Files.readAllBytes(file))
                  .at("/valid/0/bytes")
                  .stringValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
