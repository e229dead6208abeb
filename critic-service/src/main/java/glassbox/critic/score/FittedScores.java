package glassbox.critic.score;

import glassbox.critics.score.FittedScore;
import glassbox.shell.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The fitted scores of this service, each with the digest of its file. */
final class FittedScores {

  private static final JsonMapper JSON = StrictJson.mapper();
  private static final int LARGEST = 4 << 20;

  private final Map<Kind, Loaded> loaded;

  private FittedScores(Map<Kind, Loaded> loaded) {
    this.loaded = new EnumMap<>(loaded);
  }

  /** What is scored. */
  enum Kind {
    /** An answer that was given a context. */
    HALLUCINATION_GROUNDED("hallucination-grounded"),
    /** An answer from memory. */
    HALLUCINATION_CLOSED("hallucination-closed"),
    SAFETY_PROMPT("safety-prompt"),
    SAFETY_ANSWER("safety-answer");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The model's name; its file ends in .json. */
    String id() {
      return id;
    }

    boolean readsText() {
      return this == SAFETY_PROMPT || this == SAFETY_ANSWER;
    }
  }

  /**
   * A fitted score.
   *
   * @param digest hex SHA-256 of its file
   */
  record Loaded(FittedScore fitted, String digest) {}

  Optional<Loaded> find(Kind kind) {
    return Optional.ofNullable(loaded.get(kind));
  }

  /**
   * Reads what is there; a score without a file is left out.
   *
   * @param directory null for those that ship with the service
   * @throws IllegalStateException when a file is no fitted score of its kind
   */
  static FittedScores load(@Nullable Path directory) {
    var loaded = new EnumMap<Kind, Loaded>(Kind.class);
    for (Kind kind : Kind.values()) {
      bytes(directory, kind.id() + ".json").ifPresent(bytes -> loaded.put(kind, read(kind, bytes)));
    }
    return new FittedScores(loaded);
  }

  private static Optional<byte[]> bytes(@Nullable Path directory, String file) {
    try {
      if (directory == null) {
        try (InputStream in = FittedScores.class.getResourceAsStream("/scores/" + file)) {
          return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
      }
      Path path = directory.resolve(file);
      if (!Files.exists(path)) {
        return Optional.empty();
      }
      if (Files.size(path) > LARGEST) {
        throw new IllegalStateException(path + " is larger than " + LARGEST + " bytes");
      }
      return Optional.of(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the fitted score " + file, e);
    }
  }

  private static Loaded read(Kind kind, byte[] bytes) {
    FittedScore fitted;
    try {
      fitted = JSON.readValue(bytes, FittedScore.class);
    } catch (JacksonException e) {
      throw new IllegalStateException("no fitted score: " + kind.id() + ".json", e);
    }
    if (!fitted.model().name().equals(kind.id())) {
      throw new IllegalStateException(kind.id() + ".json holds " + fitted.model().name());
    }
    if (kind.readsText() != (fitted.reading() != null)) {
      throw new IllegalStateException(
          kind.id() + ".json " + (kind.readsText() ? "lacks a" : "has a") + " reading of texts");
    }
    return new Loaded(fitted, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
