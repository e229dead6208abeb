package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A stand-in for one service, on a port of its own, that can be killed and come back. */
final class Peer {
  private static final String BEHAVE = "behave";
  private static final Integer FAULT = 1;

  private final Function<Request, Reply> behaviour;
  private WireMockServer server;
  private final int port;

  /** What the stand-in answers when it is well. */
  record Reply(int status, String body) {}

  Peer(Function<Request, Reply> behaviour) {
    this.behaviour = behaviour;
    this.server = start(0);
    this.port = server.port();
  }

  private WireMockServer start(int onPort) {
    WireMockServer started =
        new WireMockServer(
            (onPort == 0 ? options().dynamicPort() : options().port(onPort))
                .bindAddress("127.0.0.1")
                .maxRequestJournalEntries(200)
                .containerThreads(40)
                .extensions(new Behave()));
    started.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(BEHAVE)));
    started.start();
    return started;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  WireMockServer server() {
    return server;
  }

  /**
   * Back to health: running, no faults, nothing remembered. What is well stays in place meanwhile:
   * a call of the gateway's own between two states must not find a service that knows no path.
   */
  void heal() {
    if (!server.isRunning()) {
      server = start(port);
    }
    server.getStubMappings().stream()
        .filter(mapping -> Objects.equals(mapping.getPriority(), FAULT))
        .forEach(server::removeStub);
    server.resetRequests();
  }

  void kill() {
    server.stop();
  }

  /** Answers everything so. */
  void instead(ResponseDefinitionBuilder answer) {
    instead(anyUrl(), answer);
  }

  void instead(String path, ResponseDefinitionBuilder answer) {
    instead(urlPathEqualTo(path), answer);
  }

  private void instead(UrlPattern url, ResponseDefinitionBuilder answer) {
    server.stubFor(any(url).atPriority(FAULT).willReturn(answer));
  }

  /** Well, but slow. */
  void slow(String path, int milliseconds) {
    instead(path, aResponse().withFixedDelay(milliseconds).withTransformers(BEHAVE));
  }

  List<String> bodies(String path) {
    return server.getAllServeEvents().stream()
        .map(ServeEvent::getRequest)
        .filter(request -> request.getUrl().split("\\?", 2)[0].equals(path))
        .map(request -> request.getBodyAsString())
        .toList();
  }

  /** Values of a header of the requests to a path; absent ones are left out. */
  List<String> headers(String path, String name) {
    return server.getAllServeEvents().stream()
        .map(ServeEvent::getRequest)
        .filter(request -> request.getUrl().split("\\?", 2)[0].equals(path))
        .filter(request -> request.containsHeader(name))
        .map(request -> request.getHeader(name))
        .toList();
  }

  List<String> urls() {
    return server.getAllServeEvents().stream().map(event -> event.getRequest().getUrl()).toList();
  }

  private final class Behave implements ResponseDefinitionTransformerV2 {
    @Override
    public ResponseDefinition transform(ServeEvent event) {
      Reply reply = behaviour.apply(event.getRequest());
      return ResponseDefinitionBuilder.like(event.getResponseDefinition())
          .but()
          .withStatus(reply.status())
          .withHeader(
              "Content-Type",
              reply.status() < 400 ? "application/json" : "application/problem+json")
          .withBody(reply.body())
          .build();
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public String getName() {
      return BEHAVE;
    }
  }
}
