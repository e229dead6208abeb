package glassbox.engine.decoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module without parameters as the bytes that the engine loads: a zip, stored
 * uncompressed, of the source and the pickled (empty) state.
 */
final class ScriptArchive {
  /** The class that the source must define. */
  static final String CLASS = "Decoder";

  private static final String FORMAT = "10";

  /** Protocol 2, an object of the class with the attribute training = false. */
  private static final String STATE =
      "\u0080\u0002c__torch__\n" + CLASS + "\n)\u0081}(X\b\0\0\0training\u0089ub.";

  /** Protocol 2, the empty tuple. */
  private static final String CONSTANTS = "\u0080\u0002).";

  private ScriptArchive() {}

  static byte[] of(String source) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      add(zip, "data.pkl", STATE);
      add(zip, "code/__torch__.py", source);
      add(zip, "constants.pkl", CONSTANTS);
      add(zip, "version", FORMAT + "\n");
      add(zip, "byteorder", "little");
    } catch (IOException e) {
      throw new UncheckedIOException("an archive in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    var checksum = new CRC32();
    checksum.update(bytes);
    var entry = new ZipEntry("decoder/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
