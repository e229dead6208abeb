package glassbox.engine.encoder;

import glassbox.engine.checkpoint.CheckpointException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A cross-encoder of a local directory. Safe for any thread. The caller closes it.
 *
 * <p>Sizes and times of the directory's files are kept from loading: {@link #unchanged} tells
 * whether they still hold.
 */
public final class CrossEncoder implements AutoCloseable {
  private final Path directory;
  private final EncoderConfig config;
  private final PairTokens tokens;
  private final FastEncoder encoder;
  private final List<Stamp> stamps;
  private final String digest;

  private record Stamp(String name, long size, long millis) {}

  private CrossEncoder(Path directory, EncoderModel model, List<Stamp> stamps, String digest) {
    this.directory = directory;
    this.config = model.config();
    this.tokens = new PairTokens(directory, config, model.words().rows());
    this.encoder = new FastEncoder(model);
    this.stamps = List.copyOf(stamps);
    this.digest = digest;
  }

  /**
   * Loads config.json, tokenizer.json and the safetensors of a directory.
   *
   * @throws CheckpointException when something is missing, malformed or cannot be run
   */
  public static CrossEncoder load(Path directory) {
    try {
      List<Stamp> stamps = stamps(directory);
      return new CrossEncoder(
          directory, EncoderModel.read(directory), stamps, digest(directory, stamps));
    } catch (IOException e) {
      throw new CheckpointException(directory + ": not readable: " + e.getMessage(), e);
    }
  }

  /** Names of the classes, in order. */
  public List<String> labels() {
    return config.labels();
  }

  /** The class whose name begins with a word, in any case. */
  public OptionalInt label(String word) {
    return IntStream.range(0, labels().size())
        .filter(i -> labels().get(i).toLowerCase(Locale.ROOT).startsWith(word))
        .findFirst();
  }

  /** Hex SHA-256 over the names and contents of the files that were read. */
  public String digest() {
    return digest;
  }

  /** Whether these files are as they were when they were loaded, by name, size and time. */
  public boolean unchanged() {
    try {
      return stamps(directory).equals(stamps);
    } catch (IOException gone) {
      return false;
    }
  }

  /** Probabilities of the classes for a premise and a hypothesis. */
  public double[] infer(String premise, String hypothesis) {
    PairTokens.Pair pair = tokens.encode(premise, hypothesis);
    float[] logits = encoder.logits(pair.ids(), pair.types());
    double[] probabilities = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = logits[i];
    }
    ReferenceEncoder.softmax(probabilities);
    return probabilities;
  }

  /** Whether a file is one that loading reads. */
  private static boolean read(Path file) {
    String name = file.getFileName().toString();
    boolean named = name.equals("config.json") || name.equals("tokenizer.json");
    return Files.isRegularFile(file) && (named || name.contains(".safetensors"));
  }

  private static List<Stamp> stamps(Path directory) throws IOException {
    List<Stamp> stamps = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(CrossEncoder::read).toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        stamps.add(
            new Stamp(
                file.getFileName().toString(),
                attributes.size(),
                attributes.lastModifiedTime().toMillis()));
      }
    }
    stamps.sort(Comparator.comparing(Stamp::name));
    return stamps;
  }

  private static String digest(Path directory, List<Stamp> stamps) throws IOException {
    MessageDigest digest = sha256();
    for (Stamp stamp : stamps) {
      digest.update(
          (stamp.name() + "\n" + stamp.size() + "\n")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      try (InputStream in =
          new DigestInputStream(Files.newInputStream(directory.resolve(stamp.name())), digest)) {
        var unused = in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() {
    tokens.close();
    encoder.close();
  }
}
