package glassbox.ledger.bundle;

import glassbox.ledger.merkle.Hash;
import glassbox.ledger.run.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle line by line, each in the form of RFC 8785, and holds no more than a run of it.
 * Used once: the constructor begins, {@link #seal} ends.
 */
public final class BundleWriter {
  private final DigestOutputStream to;
  private final StringBuilder out = new StringBuilder();
  private int missing;

  /**
   * Begins a bundle.
   *
   * @param to where it goes; not closed
   * @param runs how many will follow, at least one
   * @param checkpoint the signed note that every proof is for
   * @param growth the proof that the checkpoint's log extends an earlier one, if there is one
   */
  public BundleWriter(OutputStream to, int runs, String checkpoint, Optional<Bundle.Growth> growth)
      throws IOException {
    this.to = new DigestOutputStream(to, Format.sha256());
    this.missing = runs;
    line(Format.HEAD + runs);
    out.append(Format.CHECKPOINT);
    CanonicalJson.quote(out, checkpoint);
    out.append("}\n");
    growth.ifPresent(this::growth);
    flush();
  }

  static byte[] write(Bundle bundle) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BundleWriter writer =
          new BundleWriter(bytes, bundle.runs().size(), bundle.checkpoint(), bundle.growth());
      for (BundledRun run : bundle.runs()) {
        writer.run(run);
      }
      writer.seal();
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** Writes the next run. Requires that it comes after the last in the log. */
  public void run(BundledRun run) throws IOException {
    missing--;
    append(run);
    flush();
  }

  /**
   * Ends the bundle.
   *
   * @throws IllegalStateException if other than the promised number of runs were written
   */
  public void seal() throws IOException {
    if (missing != 0) {
      throw new IllegalStateException("the bundle promised another number of runs");
    }
    out.append(Format.SEAL);
    CanonicalJson.quote(out, HexFormat.of().formatHex(to.getMessageDigest().digest()));
    out.append("}\n");
    flush();
    to.flush();
  }

  private void flush() throws IOException {
    to.write(out.toString().getBytes(StandardCharsets.UTF_8));
    out.setLength(0);
  }

  private void line(String withoutEnd) {
    out.append(withoutEnd).append("}\n");
  }

  private void growth(Bundle.Growth growth) {
    out.append(Format.GROWTH);
    hashes(growth.hashes());
    line(Format.FROM + growth.from());
  }

  private void append(BundledRun run) {
    out.append(Format.RUN).append(run.envelope()).append(Format.INCLUSION);
    hashes(run.inclusion());
    line(Format.INDEX + run.index());
    for (byte[] block : run.blocks()) {
      line(Format.BLOCK + '"' + Base64.getEncoder().encodeToString(block) + '"');
    }
    run.text().ifPresent(this::text);
    run.trace().ifPresent(trace -> line(Format.TRACE + trace));
  }

  private void text(BundledText text) {
    out.append(Format.TEXT).append('{');
    member("answer", text.answer());
    member("context", text.context());
    member("prompt", text.prompt());
    member("salt", text.salt());
    member("system", text.system());
    out.append("}}\n");
  }

  private void member(String name, @Nullable String value) {
    if (value != null) {
      out.append(out.charAt(out.length() - 1) == '{' ? "" : ",").append('"').append(name);
      out.append("\":");
      CanonicalJson.quote(out, value);
    }
  }

  private void hashes(List<Hash> hashes) {
    String separator = "[";
    for (Hash hash : hashes) {
      out.append(separator).append('"').append(hash.hex()).append('"');
      separator = ",";
    }
    out.append(hashes.isEmpty() ? "[]" : "]");
  }
}
