package glassbox.ledger.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.ReferenceTree;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of erasures and retentions. */
class RecordsTest {
  private static final Instant AT = Instant.parse("2026-11-28T10:00:00.000001Z");
  private static final String HASH = "ab".repeat(32);
  private static final ErasureRecord ERASURE =
      new ErasureRecord(new UUID(1, 2), HASH, "tenant \"é\"", "officer", AT);

  private static Hash leaf(long index) {
    return new LogEntry(LogEntry.Kind.RUN, Hash.ofHex("%064x".formatted(index))).leafHash();
  }

  private static RetentionRecord retention(long... indices) {
    RetentionRecord.Builder builder = new RetentionRecord.Builder();
    LongStream.of(indices).forEach(index -> builder.add(index, leaf(index)));
    return builder.build(YearMonth.of(2019, 1), "kept for 7 years", AT);
  }

  @Test
  void readsWhatItWrote() {
    assertThat(ErasureRecord.parse(ERASURE.json())).isEqualTo(ERASURE);
    RetentionRecord retention = retention(0, 1, 2, 7, 9, 10);
    assertThat(RetentionRecord.parse(retention.json())).isEqualTo(retention);
    assertThat(RetentionRecord.parse(retention().json())).isEqualTo(retention());
  }

  @Test
  void writesTheDocumentedForm() {
    assertThat(ERASURE.json())
        .isEqualTo(
            "{\"at\":\"2026-11-28T10:00:00.000001Z\",\"by\":\"officer\",\"record_hash\":\""
                + HASH
                + "\",\"run_id\":\"00000000-0000-0001-0000-000000000002\","
                + "\"tenant\":\"tenant \\\"é\\\"\",\"version\":1}");
    assertThat(retention(3, 4, 9).json())
        .startsWith("{\"at\":\"2026-11-28T10:00:00.000001Z\",\"entries\":[[3,4],[9,9]],")
        .contains("\"month\":\"2019-01\",\"reason\":\"kept for 7 years\",\"root\":\"")
        .endsWith("\",\"runs\":3,\"version\":1}");
  }

  @Test
  void hashesEverySpellingAlikeAndEveryMemberApart() {
    Hash hash = ERASURE.hash();
    assertThat(ErasureRecord.hash(ERASURE.json().replace(",", " ,\n"))).isEqualTo(hash);
    assertThat(ErasureRecord.hash(ERASURE.json().replace("officer", "offices"))).isNotEqualTo(hash);
    assertThat(RetentionRecord.hash(ERASURE.json())).isNotEqualTo(hash);
    RetentionRecord retention = retention(3, 4, 9);
    assertThat(RetentionRecord.hash(retention.json())).isEqualTo(retention.hash());
    assertThat(retention(3, 4, 8).hash()).isNotEqualTo(retention.hash());
  }

  @Test
  void coversTheDroppedEntriesAndNoOther() {
    RetentionRecord retention = retention(0, 1, 5, 6, 7, 11);
    List<Long> covered = LongStream.range(0, 20).filter(retention::covers).boxed().toList();
    assertThat(covered).containsExactly(0L, 1L, 5L, 6L, 7L, 11L);
    assertThat(retention.runs()).isEqualTo(6);
    assertThat(retention.entries()).hasSize(3);
  }

  @Test
  void hasTheRootOfTheDroppedLeaves() {
    assertThat(retention(2, 5, 6).root())
        .isEqualTo(ReferenceTree.root(List.of(leaf(2), leaf(5), leaf(6))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"version\":1}",
        "{\"version\":2,\"month\":\"2019-01\",\"runs\":0,\"entries\":[],\"root\":\"ROOT\","
            + "\"reason\":\"\",\"at\":\"2026-11-28T10:00:00Z\"}",
        "{\"version\":1,\"month\":\"2019-13\",\"runs\":0,\"entries\":[],\"root\":\"ROOT\","
            + "\"reason\":\"\",\"at\":\"2026-11-28T10:00:00Z\"}",
        "{\"version\":1,\"month\":\"2019-01\",\"runs\":1,\"entries\":[],\"root\":\"ROOT\","
            + "\"reason\":\"\",\"at\":\"2026-11-28T10:00:00Z\"}",
        "{\"version\":1,\"month\":\"2019-01\",\"runs\":2,\"entries\":[[3,3],[4,4]],"
            + "\"root\":\"ROOT\",\"reason\":\"\",\"at\":\"2026-11-28T10:00:00Z\"}",
        "{\"version\":1,\"month\":\"2019-01\",\"runs\":1,\"entries\":[[3]],"
            + "\"root\":\"ROOT\",\"reason\":\"\",\"at\":\"2026-11-28T10:00:00Z\"}",
        "{\"version\":1,\"month\":\"2019-01\",\"runs\":-1,\"entries\":[[3,1]],"
            + "\"root\":\"ROOT\",\"reason\":\"\",\"at\":\"2026-11-28T10:00:00Z\"}",
        "{\"version\":1,\"month\":\"2019-01\",\"runs\":0,\"entries\":[],\"root\":\"\","
            + "\"reason\":\"\",\"at\":\"2026-11-28T10:00:00Z\"}",
        "{\"version\":1,\"month\":\"2019-01\",\"runs\":0,\"entries\":[],\"root\":\"ROOT\","
            + "\"reason\":\"\",\"at\":\"yesterday\"}",
      })
  void refusesWhatIsNoRetention(String json) {
    assertThatThrownBy(() -> RetentionRecord.parse(json.replace("ROOT", HASH)))
        .isInstanceOf(MalformedJsonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer", "\"version\":1", "00000000-0000-0001-0000-000000000002"})
  void refusesWhatIsNoErasure(String part) {
    String other = part.equals("officer") ? "\\ud800" : part.replace('1', 'x').replace('2', 'x');
    assertThatThrownBy(() -> ErasureRecord.parse(ERASURE.json().replace(part, other)))
        .isInstanceOf(MalformedJsonException.class);
  }
}
