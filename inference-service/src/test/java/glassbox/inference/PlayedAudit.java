package glassbox.inference;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import glassbox.ledger.block.BlockHash;
import java.util.List;

/** An audit service that answers every block with one status. */
public final class PlayedAudit {
  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

  PlayedAudit() {
    server.start();
  }

  String url() {
    return server.baseUrl();
  }

  /** Forgets everything and answers with this status from now on. */
  public void answers(int status) {
    server.resetAll();
    server.stubFor(post("/v1/blocks").willReturn(aResponse().withStatus(status)));
  }

  /** Forgets what was sent. */
  public void forget() {
    server.resetRequests();
  }

  /** The one block that was sent. */
  public byte[] block() {
    List<LoggedRequest> sent = sent();
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().getHeader("X-Glassbox-Service-Token")).isEqualTo(TinyHouse.TOKEN);
    assertThat(sent.getFirst().getHeader("Content-Type")).isEqualTo("application/octet-stream");
    return sent.getFirst().getBody();
  }

  /** How many blocks were sent. */
  public int count() {
    return sent().size();
  }

  /** Hashes of the blocks that were taken, in the order they came. */
  public List<String> taken() {
    return server.getAllServeEvents().reversed().stream()
        .filter(event -> event.getResponse().getStatus() == 201)
        .map(event -> BlockHash.of(event.getRequest().getBody()))
        .toList();
  }

  private List<LoggedRequest> sent() {
    return server.findAll(postRequestedFor(urlEqualTo("/v1/blocks")));
  }
}
