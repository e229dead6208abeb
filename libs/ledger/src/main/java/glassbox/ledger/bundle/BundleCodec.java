package glassbox.ledger.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bundles to bytes and back, as in docs/formats/bundle-v1.md. */
public final class BundleCodec {
  /** Largest bundle that is read, bytes. */
  public static final int MAX_BYTES = 256 << 20;

  private static final int SEAL_BYTES = Format.SEAL.length() + 64 + "\"\"}\n".length();

  private BundleCodec() {}

  /** Writes a bundle. The same bundle always gives the same bytes. */
  public static byte[] encode(Bundle bundle) {
    return BundleWriter.write(bundle);
  }

  /**
   * Reads a bundle; believes nothing of it.
   *
   * @throws MalformedBundleException unless the bytes are exactly what {@link #encode} gives for
   *     the returned bundle
   */
  public static Bundle decode(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new MalformedBundleException("the bundle is larger than " + MAX_BYTES + " bytes");
    }
    Bundle bundle = new BundleReader(body(bytes)).read();
    if (!Arrays.equals(encode(bundle), bytes)) {
      throw new MalformedBundleException("the bundle is not in its one spelling");
    }
    return bundle;
  }

  /** The lines before the seal, once the seal is found to be theirs. */
  private static String body(byte[] bytes) {
    int length = bytes.length - SEAL_BYTES;
    if (length < 0) {
      throw new MalformedBundleException("the file is too short for a bundle");
    }
    String seal = utf8(bytes, length, SEAL_BYTES);
    if (!seal.startsWith(Format.SEAL)) {
      throw new MalformedBundleException(
          "the last line is not a seal: the file was cut or changed");
    }
    String expected = Format.SEAL + '"' + Format.seal(Arrays.copyOf(bytes, length)) + "\"}\n";
    if (!seal.equals(expected)) {
      throw new MalformedBundleException(
          "the seal is not that of the file: its bytes were changed");
    }
    return utf8(bytes, 0, length);
  }

  private static String utf8(byte[] bytes, int from, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedBundleException("the file is not UTF-8");
    }
  }
}
