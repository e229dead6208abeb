package glassbox.gateway.downstream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import glassbox.gateway.access.Reader;
import glassbox.gateway.downstream.DownstreamUnavailable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.util.UriBuilder;

/**
 * The line to one service: typed requests through its {@link Guard}. An empty body is no answer.
 */
final class Line {
  private final Service service;
  private final RestClient http;
  private final RestClient streams;
  private final Guard guard;

  /**
   * @param http for answers that are read whole
   * @param streams for answers that take as long as they take once they have begun
   */
  Line(Service service, RestClient http, RestClient streams, Guard guard) {
    this.service = service;
    this.http = http;
    this.streams = streams;
    this.guard = guard;
  }

  <T> T get(Function<UriBuilder, URI> uri, Class<T> answer) {
    return get(uri, ParameterizedTypeReference.forType(answer));
  }

  <T> T get(Function<UriBuilder, URI> uri, ParameterizedTypeReference<T> answer) {
    Consumer<HttpHeaders> reader = reader();
    return guard.callIdempotent(
        () -> present(() -> http.get().uri(uri).headers(reader).retrieve().body(answer)));
  }

  /** Says to audit who reads; taken here, for the call itself is made on another thread. */
  private Consumer<HttpHeaders> reader() {
    Optional<Reader> reader = service == Service.AUDIT ? Reader.current() : Optional.empty();
    return headers ->
        reader.ifPresent(
            who -> {
              headers.set("X-Glassbox-Reader", who.keyId());
              headers.set("X-Glassbox-Reader-Tenant", who.tenant());
              if (who.purpose() != null) {
                headers.set(Reader.PURPOSE, who.purpose());
              }
            });
  }

  /**
   * Begins to read an answer of any length. The guard's time limit is for its beginning; whoever
   * reads it closes it.
   */
  InputStream open(Function<UriBuilder, URI> uri) {
    Consumer<HttpHeaders> reader = reader();
    return guard.callIdempotent(
        () -> present(() -> streams.get().uri(uri).headers(reader).exchange(Line::body, false)));
  }

  /**
   * Posts work and follows its answer event by event. The guard's time limit is for all of it. The
   * connection is closed when {@code reader} returns, whatever it left unread.
   *
   * @param reader gets the events; what breaks off under its hands is not asked for again
   */
  <T> T postEvents(String path, Object body, EventReader<T> reader) {
    return guard.call(
        () ->
            present(
                () ->
                    streams
                        .post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .body(body)
                        .exchange((request, response) -> events(response, reader))));
  }

  /** Reads an answer's events. */
  @FunctionalInterface
  interface EventReader<T> {
    T read(InputStream events) throws IOException;
  }

  private <T> T events(ConvertibleClientHttpResponse response, EventReader<T> reader)
      throws IOException {
    if (!response.getStatusCode().is2xxSuccessful()) {
      throw response.createException();
    }
    try {
      return reader.read(response.getBody());
    } catch (IOException e) {
      throw new DownstreamUnavailable(service, Reason.ERROR, e);
    }
  }

  private static InputStream body(HttpRequest request, ConvertibleClientHttpResponse response)
      throws IOException {
    if (response.getStatusCode().is2xxSuccessful()) {
      return response.getBody();
    }
    try (response) {
      throw response.createException();
    }
  }

  /** Posts work that is not made again once it may have reached the service. */
  <T> T post(String path, Object body, Class<T> answer) {
    return guard.call(() -> posted(path, body, answer));
  }

  /** Posts what changes nothing when it is made twice. */
  <T> T postIdempotent(String path, Object body, Class<T> answer) {
    return guard.callIdempotent(() -> posted(path, body, answer));
  }

  /** Posts text that changes nothing when it is made twice; the answer has no body. */
  void postText(String path, byte[] text) {
    guard.callIdempotent(
        () ->
            http.post()
                .uri(path)
                .contentType(MediaType.TEXT_PLAIN)
                .body(text)
                .retrieve()
                .toBodilessEntity());
  }

  /** Deletes; twice is once. */
  void delete(Function<UriBuilder, URI> uri) {
    guard.callIdempotent(() -> http.delete().uri(uri).retrieve().toBodilessEntity());
  }

  /** Reads the status of a health endpoint, which says DOWN with 503. */
  String status(Function<UriBuilder, URI> uri) {
    return guard.callIdempotent(
        () ->
            present(
                    () ->
                        http.get()
                            .uri(uri)
                            .retrieve()
                            .onStatus(status -> status.value() == 503, (request, response) -> {})
                            .body(Health.class))
                .status());
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Health(String status) {}

  private <T> T posted(String path, Object body, Class<T> answer) {
    return present(
        () ->
            http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(answer));
  }

  private <T> T present(Supplier<@Nullable T> answer) {
    T body = answer.get();
    if (body == null) {
      throw new DownstreamUnavailable(service, Reason.UNREADABLE, null);
    }
    return body;
  }
}
