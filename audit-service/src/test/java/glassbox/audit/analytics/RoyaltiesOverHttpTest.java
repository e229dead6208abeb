package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.analytics.RoyaltyPart;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.contracts.analytics.RoyaltyStatement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fees split by the shares of a run or a period. */
@AuditTest
class RoyaltiesOverHttpTest {
  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  private RoyaltyClient royalties;

  @BeforeEach
  void recordARun() {
    royalties = new RoyaltyClient(port);
  }

  @Test
  void splitsAFeeByTheSharesOfARun() {
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      long fee = 1 + random.nextLong(9_007_199_254_740_991L);
      RoyaltyStatement statement = royalties.statement(fee, "&run=" + royalties.runId);
      assertThat(RoyaltyClient.sum(statement.parts())).isEqualTo(fee);
      assertThat(statement.recordHash()).isEqualTo(royalties.recordHash);
      assertThat(statement.parts())
          .extracting(RoyaltyPart::specialist)
          .containsExactly("finance", "general");
    }
  }

  @Test
  void splitsAFeeByTheSharesOfAPeriod() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                royalties.audit.get(royalties.query(100, "&from=2026-11-01&to=2026-11-01")).status()
                    == 200);
    RoyaltyStatement statement = royalties.statement(99_999, "&from=2026-11-01&to=2026-11-01");
    assertThat(RoyaltyClient.sum(statement.parts())).isEqualTo(99_999);
    assertThat(statement.runId()).isNull();
    assertThat(statement.trainerPercent()).isEqualTo(30);
    RoyaltyStatement ofRun = royalties.statement(99_999, "&run=" + royalties.runId);
    for (int i = 0; i < 2; i++) {
      assertThat(statement.parts().get(i).host())
          .as("the only run of the period")
          .isCloseTo(ofRun.parts().get(i).host(), Offset.offset(2L));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fee=0&currency=EUR",
        "fee=-1&currency=EUR",
        "fee=9007199254740992&currency=EUR",
        "fee=1.5&currency=EUR",
        "fee=1&currency=euro",
        "currency=EUR",
        "fee=1&currency=EUR&run=019aab10-4c00-7000-8000-000000000001&from=2026-11-01",
      })
  void refusesFeesThatAreNone(String fee) {
    AuditClient.Answer answer =
        royalties.audit.get(RoyaltyClient.PATH + "?tenant=" + royalties.tenant + "&" + fee);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:invalid-request");
  }

  @Test
  void answersWhereThereIsNothingToSplitBy() {
    assertThat(royalties.audit.get(royalties.query(1, "&run=" + UUID.randomUUID())).problem())
        .isEqualTo("urn:glassbox:problem:run-not-found");
    assertThat(royalties.audit.get(royalties.query(1, "&from=2020-01-01&to=2020-01-02")).problem())
        .isEqualTo("urn:glassbox:problem:royalty-without-shares");
    UUID empty = UUID.randomUUID();
    RunRows rows = new RunRows(jdbc);
    rows.add(
        empty,
        new RunRows.Row(
            royalties.tenant,
            "demo",
            Samples.STARTED,
            "UNGATED",
            0,
            0,
            Double.NaN,
            Double.NaN,
            List.of(new RunRows.Part("a", 0, 0, 0))));
    rows.write();
    assertThat(royalties.issue(new RoyaltyRequest(empty, "f", 1, "EUR")).problem())
        .isEqualTo("urn:glassbox:problem:royalty-without-shares");
  }
}
