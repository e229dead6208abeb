package glassbox.inference.record;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import glassbox.contracts.generation.RecordState;
import glassbox.shell.access.ServiceToken;
import glassbox.shell.client.ServiceClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;

class RecorderTest {
  @TempDir Path folder;
  private final WireMockServer audit =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  private final ServiceClients clients =
      new ServiceClients(
          RestClient.builder(), ServiceToken.of("a-token-for-tests"), Duration.ofSeconds(5));
  private Spool spool;
  private Recorder recorder;

  @BeforeEach
  void open() {
    audit.start();
    spool = Spool.open(folder, 1000);
    AuditSettings settings = new AuditSettings(URI.create(audit.baseUrl()), Duration.ofSeconds(20));
    recorder = new Recorder(new AuditClient(clients, settings), spool, new SimpleMeterRegistry());
  }

  @AfterEach
  void close() throws Exception {
    spool.close();
    clients.close();
    audit.stop();
  }

  private void answers(int status) {
    audit.stubFor(post("/v1/blocks").willReturn(aResponse().withStatus(status)));
  }

  @Test
  void sendsNewBlocksAtOnceWhileOldOnesStillWait() {
    answers(201);
    spool.add(SpoolTest.block("left by the process before"));

    assertThat(recorder.keep(SpoolTest.block("new"))).isEqualTo(RecordState.COMMITTED);
    assertThat(spool.size()).isEqualTo(1);

    recorder.replay();
    assertThat(spool.size()).isZero();
  }

  @Test
  void asksAuditOnceAndThenWaitsForTheReplay() {
    answers(503);
    assertThat(recorder.keep(SpoolTest.block("one"))).isEqualTo(RecordState.PENDING);
    assertThat(recorder.keep(SpoolTest.block("two"))).isEqualTo(RecordState.PENDING);
    assertThat(audit.getAllServeEvents()).hasSize(1);

    answers(201);
    recorder.replay();
    assertThat(spool.size()).isZero();
    assertThat(recorder.keep(SpoolTest.block("three"))).isEqualTo(RecordState.COMMITTED);
  }
}
