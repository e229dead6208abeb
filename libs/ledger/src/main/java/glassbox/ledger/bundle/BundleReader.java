package glassbox.ledger.bundle;

import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.run.MalformedJsonException;
import glassbox.ledger.run.RunRecordHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a bundle line by line. */
final class BundleReader {
  private static final int MAX_HASHES = 128;
  private static final int MAX_BLOCKS = 1024;

  private final String[] lines;
  private int next;

  /** Requires the body's text: lines that each end with a newline. */
  BundleReader(String body) {
    lines = body.split("\n", -1);
  }

  Bundle read() {
    Line head = line(Format.HEAD);
    long count = head.integer();
    close(head);
    if (count < 1 || count > Bundle.MAX_RUNS) {
      throw head.malformed("a bundle has 1 to " + Bundle.MAX_RUNS + " runs");
    }
    Line checkpoint = line(Format.CHECKPOINT);
    String note = checkpoint.string();
    close(checkpoint);
    Optional<Bundle.Growth> growth = growth();
    List<BundledRun> runs = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      runs.add(run(runs.isEmpty() ? -1 : runs.getLast().index()));
    }
    if (next != lines.length - 1) {
      throw new MalformedBundleException("line " + (next + 1) + ": it does not belong there");
    }
    return new Bundle(note, growth, runs);
  }

  private Optional<Bundle.Growth> growth() {
    Line line = tryLine(Format.GROWTH);
    if (line == null) {
      return Optional.empty();
    }
    List<Hash> hashes = hashes(line);
    line.expect(Format.FROM);
    long from = line.integer();
    close(line);
    return Optional.of(new Bundle.Growth(from, hashes));
  }

  private BundledRun run(long before) {
    Line line = line(Format.RUN);
    String envelope = canonical(line, "envelope");
    line.expect(Format.INCLUSION);
    List<Hash> inclusion = hashes(line);
    line.expect(Format.INDEX);
    long index = line.integer();
    close(line);
    if (index <= before) {
      throw line.malformed("the runs are not in the order of the log");
    }
    List<byte[]> blocks = blocks();
    Optional<BundledText> text = text();
    return new BundledRun(
        envelope, index, inclusion, blocks, text, text.isPresent() ? trace() : Optional.empty());
  }

  private Optional<String> trace() {
    Line line = tryLine(Format.TRACE);
    if (line == null) {
      return Optional.empty();
    }
    String trace = canonical(line, "trace");
    close(line);
    return Optional.of(trace);
  }

  private static String canonical(Line line, String what) {
    String object = line.object();
    try {
      byte[] canonical = RunRecordHash.canonical(object);
      if (Arrays.equals(canonical, object.getBytes(StandardCharsets.UTF_8))) {
        return object;
      }
    } catch (MalformedJsonException e) {
      throw line.malformed("the " + what + " is not JSON: " + e.getMessage());
    }
    throw line.malformed("the " + what + " is not in its canonical form");
  }

  private List<byte[]> blocks() {
    List<byte[]> blocks = new ArrayList<>();
    for (Line line = tryLine(Format.BLOCK); line != null; line = tryLine(Format.BLOCK)) {
      if (blocks.size() == MAX_BLOCKS) {
        throw line.malformed("a run has at most " + MAX_BLOCKS + " blocks");
      }
      blocks.add(block(line));
    }
    return blocks;
  }

  private static byte[] block(Line line) {
    String base64 = line.string();
    close(line);
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length <= BlockCodec.MAX_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw line.malformed("the block is not base64");
    }
    throw line.malformed("the block is larger than " + BlockCodec.MAX_BYTES);
  }

  private Optional<BundledText> text() {
    Line line = tryLine(Format.TEXT);
    if (line == null) {
      return Optional.empty();
    }
    line.expect("{\"answer\":");
    String answer = line.string();
    String context = line.accept(",\"context\":") ? line.string() : null;
    line.expect(",\"prompt\":");
    String prompt = line.string();
    line.expect(",\"salt\":");
    String salt = line.string();
    if (!salt.matches("[0-9a-f]{64}")) {
      throw line.malformed("a salt has 64 hexadecimal digits");
    }
    String system = line.accept(",\"system\":") ? line.string() : null;
    line.expect("}");
    close(line);
    return Optional.of(new BundledText(salt, system, context, prompt, answer));
  }

  private static List<Hash> hashes(Line line) {
    List<Hash> hashes = new ArrayList<>();
    for (String hex : line.strings(MAX_HASHES)) {
      try {
        hashes.add(Hash.ofHex(hex));
      } catch (IllegalArgumentException e) {
        throw line.malformed("a hash has 64 hexadecimal digits");
      }
    }
    return hashes;
  }

  private static void close(Line line) {
    line.expect("}");
    line.end();
  }

  private Line line(String start) {
    Line line = tryLine(start);
    if (line == null) {
      throw new MalformedBundleException(
          "line " + (next + 1) + ": it should begin with " + start.replaceAll("[:,].*", ""));
    }
    return line;
  }

  /** The next line, if it begins like this. */
  private @Nullable Line tryLine(String start) {
    if (next >= lines.length - 1 || !lines[next].startsWith(start)) {
      return null;
    }
    Line line = new Line(lines[next], next + 1);
    line.expect(start);
    next++;
    return line;
  }
}
