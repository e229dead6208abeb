package glassbox.gateway.esi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.critics.chi.Chi;
import glassbox.critics.chi.Rate;
import glassbox.esi.config.ConfigurationReader;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.judging.Phase;
import glassbox.esi.orchestration.Costs;
import glassbox.esi.orchestration.Judgement;
import glassbox.esi.orchestration.RunReport;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.RunState;
import glassbox.esi.trace.Trace;
import glassbox.esi.transcript.Transcript;
import glassbox.esi.volatility.Volatility;
import glassbox.shell.history.HistoryException;
import glassbox.shell.json.StrictJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterBookTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.123456789Z");
  private static final EsiConfiguration SHIPPED = ConfigurationReader.shipped();

  @TempDir Path home;
  private ParameterHistory history;
  private ParameterBook book;

  @BeforeEach
  void open() {
    history =
        new ParameterHistory(
            new HistoryProperties(home.resolve("parameters.jsonl")), StrictJson.mapper());
    book =
        new ParameterBook(
            history, new EsiMeters(new SimpleMeterRegistry()), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() throws IOException {
    history.close();
  }

  private void restart() throws IOException {
    close();
    open();
  }

  /** A run whose draft had this mean entropy and whose critics agreed so far. */
  private static RunReport run(int number, String domain, double entropy, double csa) {
    Chi chi =
        new Chi(
            .5 * (1 - entropy),
            .5 * (1 - entropy),
            0,
            0,
            Rate.of(0, 1),
            Rate.of(0, 1),
            entropy,
            false,
            Optional.empty());
    return new RunReport(
        new UUID(7, number),
        domain,
        SHIPPED.hash(),
        new Volatility(0, 0, 0, 0),
        .02,
        6,
        6,
        SHIPPED.domain(domain).schedule(),
        1,
        RunState.INITIAL,
        List.of(),
        List.of(),
        List.of(
            new Judgement(
                Phase.ANSWER, List.of(), csa, Optional.of(chi), csa == 1, List.of("a reason"))),
        List.of(),
        Transcript.EMPTY,
        Trace.EMPTY,
        Costs.NONE);
  }

  private void observe(RunReport run) {
    var unused = book.parameters(SHIPPED, run.domain());
    book.observe(SHIPPED, run);
  }

  @Test
  void restartGoesOnWhereItLeft() throws IOException {
    for (int i = 1; i <= 3; i++) {
      observe(run(i, "general", .2, 1.0 / 3));
    }
    observe(run(4, "tools", .7, 1));
    Parameters changed = book.parameters(SHIPPED, "general");
    assertThat(changed).isNotEqualTo(Parameters.of(SHIPPED, "general"));
    var states = book.states();
    double trouble = book.history("general");
    var remarkable = history.remarkable();
    String head = history.head();

    restart();

    assertThat(book.parameters(SHIPPED, "general")).isEqualTo(changed);
    assertThat(book.states()).isEqualTo(states).hasSize(2);
    assertThat(book.states().getFirst().averages().runs()).isEqualTo(3);
    assertThat(book.history("general")).isEqualTo(trouble).isEqualTo(1);
    assertThat(history.remarkable()).isEqualTo(remarkable);
    assertThat(history.head()).isEqualTo(head);
    assertThat(history.size()).isEqualTo(5);
  }

  /** Two books, one of which is restarted after every run, change the same. */
  @Test
  void restartsChangeNothing() throws IOException {
    double[] entropies = {.2, .9, .6, .3, .85, .5, .7, .1};
    for (int i = 0; i < entropies.length; i++) {
      observe(run(i, "general", entropies[i], i % 3 == 0 ? 1 : 1.0 / 3));
    }
    Parameters without = book.parameters(SHIPPED, "general");
    close();
    Files.delete(home.resolve("parameters.jsonl"));
    open();
    for (int i = 0; i < entropies.length; i++) {
      observe(run(i, "general", entropies[i], i % 3 == 0 ? 1 : 1.0 / 3));
      restart();
    }
    assertThat(book.parameters(SHIPPED, "general")).isEqualTo(without);
  }

  @Test
  void everyChangeSaysWhoWhenAfterWhichRunAndWhy() throws IOException {
    observe(run(9, "general", .2, 1));
    restart();
    HistoryEntry entry = history.remarkable().getFirst().entry();
    assertThat(entry.at()).isEqualTo(NOW);
    assertThat(entry.runId()).isEqualTo(new UUID(7, 9));
    assertThat(entry.configuration()).isEqualTo(SHIPPED.hash());
    assertThat(entry.changes())
        .anySatisfy(
            change -> {
              assertThat(change.parameter()).isEqualTo("T1");
              assertThat(change.before()).isEqualTo(.8);
              assertThat(change.after()).isEqualTo(.85);
              assertThat(change.by()).isEqualTo("auto-heat");
              assertThat(change.reason()).contains("collapsed");
            });
    assertThat(entry.standing()).isNotNull();
    assertThat(history.remarkable().getLast().entry().domain()).isNull();
  }

  @Test
  void alertsOutliveARestart() throws IOException {
    observe(run(1, "general", .7, 1.0 / 3));
    restart();
    assertThat(history.remarkable().getFirst().entry().alerts())
        .contains(new HistoryEntry.Raised("csa_low", "general", 1.0 / 3, .67, "cool_verification"));
  }

  @Test
  void anotherConfigurationBeginsAnewAndTheHistoryStays() throws IOException {
    observe(run(1, "general", .2, 1));
    EsiConfiguration other = other();
    assertThat(book.parameters(other, "general")).isEqualTo(Parameters.of(other, "general"));
    assertThat(book.states()).isEmpty();
    book.observe(SHIPPED, run(2, "general", .2, 1));
    assertThat(book.states()).as("an old run teaches nothing").isEmpty();
    restart();
    assertThat(book.parameters(other, "general")).isEqualTo(Parameters.of(other, "general"));
    assertThat(history.configuration()).isEqualTo(other.hash());
    assertThat(history.remarkable()).hasSize(3);
  }

  private static EsiConfiguration other() throws IOException {
    try (InputStream in =
        ParameterBookTest.class.getResourceAsStream("/glassbox/esi/esi-v1.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ConfigurationReader.read(yaml.replace("draft_tokens: 320", "draft_tokens: 300"));
    }
  }

  @Test
  void historyThatSomebodyEditedIsRefused() throws IOException {
    observe(run(1, "general", .2, 1));
    close();
    Path file = home.resolve("parameters.jsonl");
    String whole = Files.readString(file);
    Files.writeString(file, whole.replace("collapsed", "looped"));
    assertThatThrownBy(this::open).isInstanceOf(HistoryException.class);
    Files.writeString(file, whole);
    open();
  }

  @Test
  void whatCannotBeWrittenIsNotChanged() throws IOException {
    observe(run(1, "general", .2, 1));
    Parameters before = book.parameters(SHIPPED, "general");
    history.close();
    book.observe(SHIPPED, run(2, "general", .2, 1));
    assertThat(book.parameters(SHIPPED, "general")).isEqualTo(before);
    assertThat(book.states().getFirst().averages().runs()).isEqualTo(1);
    open();
    assertThat(book.parameters(SHIPPED, "general")).isEqualTo(before);
  }
}
