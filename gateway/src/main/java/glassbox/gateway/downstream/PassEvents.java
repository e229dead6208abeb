package glassbox.gateway.downstream;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.TokenAttribution;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events of a pass: tokens, then the whole, or a problem. */
final class PassEvents {
  private static final String EVENT = "event: ";
  private static final String DATA = "data: ";

  private final JsonMapper json;
  private final Failures failures;

  PassEvents(JsonMapper json, Failures failures) {
    this.json = json;
    this.failures = failures;
  }

  /**
   * Reads to the end, or until a token is not wanted.
   *
   * @return empty where one was not
   * @throws EOFException when the events end without the whole
   */
  Optional<Generation> read(InputStream in, Predicate<TokenAttribution> wanted) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String event = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(EVENT)) {
        event = line.substring(EVENT.length());
      } else if (line.startsWith(DATA)) {
        String data = line.substring(DATA.length());
        switch (event) {
          case "token" -> {
            if (!wanted.test(read(data, TokenAttribution.class))) {
              return Optional.empty();
            }
          }
          case "done" -> {
            return Optional.of(read(data, Generation.class));
          }
          case "error" ->
              throw failures.told(Service.INFERENCE, data.getBytes(StandardCharsets.UTF_8));
          default -> {}
        }
      }
    }
    throw new EOFException("the events ended without an answer");
  }

  private <T> T read(String data, Class<T> type) throws IOException {
    try {
      @Nullable T value = json.readValue(data, type);
      if (value != null) {
        return value;
      }
    } catch (JacksonException e) {
      throw new IOException("an event cannot be read", e);
    }
    throw new EOFException("an event is empty");
  }
}
