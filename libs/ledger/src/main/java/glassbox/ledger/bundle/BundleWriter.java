package glassbox.ledger.bundle;

import glassbox.ledger.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the lines of a bundle, each in the form of RFC 8785. */
final class BundleWriter {
  private final StringBuilder out = new StringBuilder();

  byte[] write(Bundle bundle) {
    line(Format.HEAD + bundle.runs().size());
    out.append(Format.CHECKPOINT);
    quote(bundle.checkpoint());
    out.append("}\n");
    bundle.growth().ifPresent(this::growth);
    bundle.runs().forEach(this::run);
    String body = out.toString();
    out.append(Format.SEAL);
    quote(Format.seal(body.getBytes(StandardCharsets.UTF_8)));
    out.append("}\n");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void line(String withoutEnd) {
    out.append(withoutEnd).append("}\n");
  }

  private void growth(Bundle.Growth growth) {
    out.append(Format.GROWTH);
    hashes(growth.hashes());
    line(Format.FROM + growth.from());
  }

  private void run(BundledRun run) {
    out.append(Format.RUN).append(run.envelope()).append(Format.INCLUSION);
    hashes(run.inclusion());
    line(Format.INDEX + run.index());
    for (byte[] block : run.blocks()) {
      line(Format.BLOCK + '"' + Base64.getEncoder().encodeToString(block) + '"');
    }
    run.text().ifPresent(this::text);
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
      quote(value);
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

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> plain(c);
      }
    }
    out.append('"');
  }

  private void plain(char c) {
    if (c < 0x20) {
      out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }
}
